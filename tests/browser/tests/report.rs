//! The report in headless Chromium: it loads without an error, filters, searches, answers to the keyboard, has a dark side and a
//! printed one, fits a phone, and scrolls smoothly with 2,000 quotes.
//!
//! `INQUIT` names the command to try, `target/release/inquit` otherwise; `UPDATE_PICTURE=1` makes the README's picture anew.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use chromiumoxide::cdp::browser_protocol::emulation::{
    MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
};
use chromiumoxide::cdp::browser_protocol::page::CaptureScreenshotFormat;
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown,
};
use chromiumoxide::handler::viewport::Viewport;
use chromiumoxide::page::ScreenshotParams;
use chromiumoxide::{Browser, BrowserConfig, Page};
use futures::StreamExt;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project")
}

/// Makes a report of articles in a folder of its own.
fn report(name: &str, articles: &[(&str, String)]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("inquit-browser-{name}-{}", std::process::id()));
    let texts = folder.join("texts");
    std::fs::create_dir_all(&texts).expect("a folder for the articles");
    for (file, text) in articles {
        std::fs::write(texts.join(file), text).expect("an article");
    }
    let page = folder.join("page.html");
    let command = std::env::var_os("INQUIT")
        .map_or_else(|| root().join("target/release/inquit"), PathBuf::from);
    let made = Command::new(&command)
        .arg("report")
        .arg("--indirect")
        .arg("-o")
        .arg(&page)
        .arg(&texts)
        .status();
    assert!(made.expect("the command is built").success());
    page
}

/// What goes wrong on a page.
type Errors = Arc<Mutex<Vec<String>>>;

async fn open(browser: &Browser, file: &Path) -> (Page, Errors) {
    let page = browser.new_page("about:blank").await.expect("a page");
    let errors = Errors::default();
    let mut thrown = page.event_listener::<EventExceptionThrown>().await.expect("events");
    let mut said = page.event_listener::<EventConsoleApiCalled>().await.expect("events");
    let held = Arc::clone(&errors);
    tokio::spawn(async move {
        while let Some(event) = thrown.next().await {
            held.lock().unwrap().push(event.exception_details.text.clone());
        }
    });
    let held = Arc::clone(&errors);
    tokio::spawn(async move {
        while let Some(event) = said.next().await {
            if event.r#type == ConsoleApiCalledType::Error {
                held.lock().unwrap().push(format!("{:?}", event.args));
            }
        }
    });
    page.goto(format!("file://{}", file.display())).await.expect("the report loads");
    page.wait_for_navigation().await.expect("it is there");
    (page, errors)
}

async fn number(page: &Page, script: &str) -> i64 {
    let value = page.evaluate(script).await.expect("the script runs");
    value.into_value::<f64>().expect("it gives a number") as i64
}

async fn is(page: &Page, script: &str) -> bool {
    let value = page.evaluate(script).await.expect("the script runs");
    value.into_value().unwrap_or_else(|error| panic!("{script}: {error}"))
}

const SHOWN: &str = "document.querySelectorAll('mark:not(.off)').length";

async fn browser() -> Browser {
    // a profile for each: browsers that share one hand over to each other
    static STARTED: AtomicUsize = AtomicUsize::new(0);
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    let profile = format!("inquit-browser-profile-{}-{number}", std::process::id());
    let config = BrowserConfig::builder()
        .no_sandbox()
        .window_size(1200, 860)
        .viewport(Viewport { width: 1200, height: 860, ..Viewport::default() })
        .user_data_dir(std::env::temp_dir().join(profile))
        .build();
    let (browser, mut handler) =
        Browser::launch(config.expect("Chromium is there")).await.expect("Chromium starts");
    tokio::spawn(async move { while handler.next().await.is_some() {} });
    browser
}

async fn set_media(page: &Page, media: &str, scheme: &str) {
    let feature = MediaFeature::new("prefers-color-scheme", scheme);
    let media = SetEmulatedMediaParams::builder().media(media).feature(feature).build();
    page.execute(media).await.expect("media can be emulated");
}

fn ferry() -> (&'static str, String) {
    let path = root().join("examples/articles/ferry.txt");
    ("ferry.txt", std::fs::read_to_string(path).expect("the sample article"))
}

#[tokio::test]
async fn the_sample_filters_searches_and_answers_to_the_keyboard() {
    let browser = browser().await;
    let (page, errors) = open(&browser, &report("sample", &[ferry()])).await;
    set_media(&page, "screen", "light").await;
    let all = number(&page, SHOWN).await;
    assert!(all >= 11, "{all} quotes");

    // a click on a speaker leaves that speaker's quotes, another brings the rest back
    let voice = page.find_element("button.voice").await.expect("speakers stand at the side");
    voice.click().await.expect("they can be clicked");
    let of_one = number(&page, SHOWN).await;
    assert!(0 < of_one && of_one < all, "{of_one} of {all}");
    assert!(
        is(&page, "document.querySelector('.voice').getAttribute('aria-pressed') == 'true'").await
    );
    page.find_element("#all").await.expect("a way back").click().await.expect("it can be clicked");
    assert_eq!(number(&page, SHOWN).await, all);

    // kinds can be switched off
    let kind = page.find_element("[name=kind][value=direct]").await.expect("kinds to switch");
    kind.click().await.expect("it can be clicked");
    assert!(number(&page, SHOWN).await < all);
    kind.click().await.expect("it can be clicked");

    // the keyboard: `/` leads to the search, words filter quotes, Escape brings all back
    let body = page.find_element("body").await.expect("a body");
    body.press_key("/").await.expect("a key");
    assert!(is(&page, "document.activeElement.id == 'search'").await);
    let search = page.find_element("#search").await.expect("a search");
    search.type_str("drawer").await.expect("it takes words");
    let found = number(&page, SHOWN).await;
    assert!(0 < found && found < all, "{found} of {all}");
    search.press_key("Escape").await.expect("a key");
    assert_eq!(number(&page, SHOWN).await, all);

    // a quote that has the focus tells who, why and how sure
    page.evaluate("document.querySelector('mark').focus()").await.expect("a quote takes the focus");
    assert!(
        is(&page, "!tip.hidden && /Karin Holt/.test(tip.textContent) && /%/.test(tip.textContent)")
            .await
    );
    if std::env::var_os("UPDATE_PICTURE").is_some() {
        let shot = ScreenshotParams::builder().format(CaptureScreenshotFormat::Png).build();
        let picture = root().join("docs/report.png");
        page.save_screenshot(shot, picture).await.expect("a picture");
    }
    assert_eq!(*errors.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn it_has_a_dark_side_a_printed_one_and_fits_a_phone() {
    let browser = browser().await;
    let more = ("more.txt", "“No,” said Ada Roth.\n\n“Yes,” said Tom Reyes.".to_owned());
    let (page, errors) = open(&browser, &report("sides", &[ferry(), more])).await;
    let paper =
        "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3))";
    set_media(&page, "screen", "light").await;
    assert!(number(&page, paper).await > 200);
    set_media(&page, "screen", "dark").await;
    assert!(number(&page, paper).await < 80);

    set_media(&page, "print", "light").await;
    assert!(is(&page, "getComputedStyle(document.querySelector('aside')).display == 'none'").await);
    assert!(is(&page, "/Karin Holt/.test(getComputedStyle(document.querySelector('mark'), '::after').content) || \
                       getComputedStyle(document.querySelector('mark'), '::after').content.includes('attr(')").await);
    assert!(number(&page, "document.querySelectorAll('details').length").await == 2);
    assert!(is(&page, "[...document.querySelectorAll('details mark')].every(m => m.checkVisibility({contentVisibilityAuto: false}))").await);

    set_media(&page, "screen", "light").await;
    let phone = SetDeviceMetricsOverrideParams::new(390, 800, 2.0, true);
    page.execute(phone).await.expect("a phone can be emulated");
    let narrow = "document.documentElement.scrollWidth <= 390";
    for _ in 0..40 {
        // the page is laid out anew in its own time
        if is(&page, narrow).await {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(is(&page, narrow).await);
    assert_eq!(*errors.lock().unwrap(), [""; 0]);
}

#[tokio::test]
async fn hostile_words_stay_words() {
    let browser = browser().await;
    let text = "“<script>document.title = 'gone'</script>,” said Ida <img src=x onerror=\"document.title='gone'\"> Lund.\n\n\
                “'\"><b>No</b>,” said Tom Reyes, the <i>pilot</i>.";
    let (page, errors) =
        open(&browser, &report("hostile", &[("a\"><b>.txt", text.to_owned())])).await;
    assert!(is(&page, "document.title != 'gone' && !document.querySelector('article script, article img, article b')").await);
    assert_eq!(*errors.lock().unwrap(), [""; 0]);
}

/// The longest that a frame took while the page was scrolled, in milliseconds, the first frames left out.
const SCROLL: &str = "new Promise(done => { const took = []; let last; const step = now => {
    if (last) took.push(now - last); last = now; scrollBy(0, 120);
    took.length < 150 ? requestAnimationFrame(step) : done(took.slice(10).sort((a, b) => a - b)[133]); };
    requestAnimationFrame(step); })";

#[tokio::test]
async fn two_thousand_quotes_scroll_smoothly() {
    let browser = browser().await;
    let names = ["Ada Roth", "Tom Reyes", "Ida Lund", "Leo Brandt", "Mina Torres"];
    let line = |i: usize| {
        format!("“We saw boat {i} before noon,” said {}. The harbour was quiet.", names[i % 5])
    };
    let text = (0..2000).map(line).collect::<Vec<_>>().join("\n\n");
    let (page, errors) = open(&browser, &report("long", &[("long.txt", text)])).await;
    assert!(number(&page, SHOWN).await >= 2000);
    let frame = number(&page, SCROLL).await;
    println!("19 in 20 frames took at most {frame} ms");
    assert!(frame <= 50, "{frame} ms a frame");
    let filter = number(&page, "(() => { const start = performance.now(); document.querySelector('.voice').click(); document.body.offsetHeight; return performance.now() - start; })()").await;
    println!("a filter took {filter} ms");
    assert!(filter < 300, "{filter} ms to filter");
    assert_eq!(number(&page, SHOWN).await, 400);
    assert_eq!(*errors.lock().unwrap(), [""; 0]);
}
