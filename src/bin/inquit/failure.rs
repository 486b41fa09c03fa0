//! Why the program could not do its work.

use std::fmt;
use std::io;
use std::process::ExitCode;

#[derive(Debug)]
pub enum Failure {
    /// The command line asks for what can't be.
    Usage(String),
    /// The work could not be done.
    Work(String),
    Io(io::Error),
}

impl Failure {
    pub fn work(message: impl fmt::Display) -> Self {
        Self::Work(message.to_string())
    }

    pub fn usage(message: impl fmt::Display) -> Self {
        Self::Usage(message.to_string())
    }

    /// 2 for wrong usage, 1 for failure; a closed pipe ends the program silently.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Io(error) => {
                eprintln!("inquit: {error}");
                ExitCode::from(1)
            }
            Self::Work(message) => {
                eprintln!("inquit: {message}");
                ExitCode::from(1)
            }
            Self::Usage(message) => {
                eprintln!("inquit: {message}");
                ExitCode::from(2)
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<inquit::Error> for Failure {
    fn from(error: inquit::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

/// A result of the program.
pub type Result<T> = std::result::Result<T, Failure>;
