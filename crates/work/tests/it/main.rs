//! Verbs on small registers of invented people.
#![allow(missing_docs, clippy::unwrap_used)]

mod browse;
mod estimates;
mod laws;
mod linking;
mod nearest;
mod outgoing;
mod search;
mod subject;

use cairn_register::{Access, Passphrase, SqliteStore};
use cairn_work::{ImportOptions, Incoming, Session, Silent};
use tempfile::TempDir;

/// A register in a folder that goes away with it.
pub struct Register {
    pub session: Session,
    folder: TempDir,
}

impl Register {
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r");
        let store = SqliteStore::init(&path, &Passphrase::Plaintext).unwrap();
        let session = Session::new(Box::new(store), Some("tester".into()), "2031-06-01T00:00:00Z".into());
        Self { session, folder }
    }

    /// The same register, opened anew with nothing in memory.
    pub fn reopened(self) -> Self {
        let Self { session, folder } = self;
        drop(session);
        let store = SqliteStore::open(&folder.path().join("r"), None, Access::Write).unwrap();
        let session = Session::new(Box::new(store), Some("tester".into()), "2031-06-02T00:00:00Z".into());
        Self { session, folder }
    }

    pub fn import(&mut self, name: &str, text: &str, options: &ImportOptions) -> String {
        let file = incoming(name, text);
        let report = self.session.import(&file, options, &mut Silent).unwrap();
        assert_eq!(report.errors, [], "{name}");
        report.batch.unwrap().to_string()
    }

    pub fn add(&mut self, name: &str, text: &str) {
        self.session.add(&[incoming(name, text)], &mut Silent).unwrap();
    }
}

fn incoming(name: &str, text: &str) -> Incoming {
    Incoming {
        name: name.into(),
        bytes: text.as_bytes().to_vec(),
        published: Some("2031-05-01".into()),
        publisher: Some("Harvenna Courier".into()),
        title: None,
        lang: None,
    }
}

/// A list whose rows were killed, by this speaker.
pub fn by(speaker: &str) -> ImportOptions {
    ImportOptions { said_by: Some(speaker.into()), act: Some("killed".into()), ..ImportOptions::default() }
}

/// Ten people in four scripts.
pub const PEOPLE: &str = "\
id,name,sex,age,date of death,place
T-1,سَلِيم طارق الأولميري,m,34,2031-03-04,Harvenna
T-2,Tarek Salim Ulmiri,m,12,2031-03-05,Qasr Ulmira
T-3,Олена Острозіренко,f,41,2031-03-05,Ostrozirka
T-4,נועם בן־לומר,m,7,2031-04-01,Tel Oruvan
T-5,Andrés Lumrán,m,70,2031-04-02,Puerto Almenzar
T-6,Rose O'Lumran,f,,2031-04,Brackensole
T-7,,f,3,2031-04-09,Harvenna
T-8,,,,,
T-9,أحمد أبو لمران,m,25,2031-03-31,حرفينا
T-10,إبراهيم فؤاد زرمون,m,17-19,2031-03,Harvenna
";
