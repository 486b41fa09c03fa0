const marks = [...document.querySelectorAll('mark')];
for (const mark of marks) mark.style.setProperty('--h', HUES[mark.dataset.name] ?? 0);
const words = new Map(marks.map(m => [m, `${m.textContent}\n${m.dataset.name}`.toLowerCase()]));
const voices = [...document.querySelectorAll('.voice')];
const all = document.getElementById('all');
const search = document.getElementById('search');
const tip = document.createElement('div');
tip.id = 'tip'; tip.setAttribute('role', 'tooltip'); tip.hidden = true;
document.body.append(tip);

function apply() {
  const chosen = new Set(voices.filter(v => v.getAttribute('aria-pressed') === 'true').map(v => v.dataset.name));
  const kinds = new Set([...document.querySelectorAll('[name=kind]:checked')].map(k => k.value));
  const asked = search.value.trim().toLowerCase();
  const heard = new Set();
  for (const mark of marks) {
    const found = words.get(mark).includes(asked);
    if (found) heard.add(mark.dataset.name);
    const on = found && kinds.has(mark.dataset.kind) && (!chosen.size || chosen.has(mark.dataset.name));
    mark.classList.toggle('off', !on);
  }
  for (const voice of voices) voice.parentElement.hidden = !heard.has(voice.dataset.name) && !voice.textContent.toLowerCase().includes(asked);
  for (const row of document.querySelectorAll('#articles tbody tr')) row.hidden = asked !== '' && !row.textContent.toLowerCase().includes(asked);
  all.hidden = !chosen.size;
}
for (const voice of voices) voice.addEventListener('click', () => {
  voice.setAttribute('aria-pressed', String(voice.getAttribute('aria-pressed') !== 'true'));
  apply();
});
all.addEventListener('click', () => { for (const v of voices) v.setAttribute('aria-pressed', 'false'); apply(); });
for (const box of document.querySelectorAll('[name=kind]')) box.addEventListener('change', apply);
search.addEventListener('input', apply);

function show(mark) {
  tip.textContent = mark.dataset.tip; tip.hidden = false;
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const left = Math.min(box.left, innerWidth - tip.offsetWidth - 8);
  tip.style.left = Math.max(8, left) + scrollX + 'px';
  tip.style.top = box.top + scrollY - tip.offsetHeight - 6 + 'px';
}
// the page may move under a mouse that rests: a quote that has the focus keeps its word
addEventListener('mouseover', e => {
  const m = e.target.closest?.('mark') ?? document.activeElement.closest('mark');
  m ? show(m) : tip.hidden = true;
});
addEventListener('focusin', e => { const m = e.target.closest?.('mark'); m ? show(m) : tip.hidden = true; });
addEventListener('keydown', e => {
  if (e.key === 'Escape') { tip.hidden = true; search.value = ''; apply(); }
  if (e.key === '/' && document.activeElement !== search) { e.preventDefault(); search.focus(); }
});
for (const link of document.querySelectorAll('#articles a')) link.addEventListener('click', () => {
  const target = document.querySelector(link.getAttribute('href'));
  if (target) target.open = true;
});
