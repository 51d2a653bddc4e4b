//! Swapping the parties' names swaps them in the answers and changes nothing else.

use cairn_extract::{Request, extract};

/// The two sides of the invented war, with the words made from their names.
const SIDES: &[(&str, &str)] = &[
    ("Norlandians", "Sutherians"),
    ("Norlandian", "Sutherian"),
    ("Norland", "Sutheria"),
    ("Falke Brigade", "Otter Legion"),
    ("Oldbridge", "Eastvale"),
];

const TEXTS: &[&str] = &[
    "Norland says it has fired 300 rockets at Oldbridge in the past three days, killing more than 40 people.",
    "Officials in Sutheria said the dead included children and nurses. Monday alone saw the killing of 15 people.",
    "More than 600 homes were destroyed by Norlandian air strikes, the relief office said.",
    "On the Sutherian side, at least 30 people have been killed since the Falke Brigade attacked Eastvale.",
    "The Otter Legion took dozens of Norlandians hostage and killed 12 soldiers, according to the army.",
    "Norlandian forces detained 90 Sutherians, including 14 minors, in Eastvale on 3 May.",
    "Norland denied that it killed 12 farmers. Sutheria accused Norland of killing 12 farmers near Oldbridge.",
    "Sutheria imposed a siege on Oldbridge, cutting access to food and water.",
];

#[test]
fn swapped_names_swap_in_the_answers_only() {
    for text in TEXTS {
        let (plain, mirrored) = (read(text), read(&swap(text)));
        assert_eq!(swap(&plain), mirrored, "{text}");
        assert!(plain.contains("metric"), "nothing read in: {text}");
    }
}

/// The claims as JSON, without offsets: the names differ in length.
fn read(text: &str) -> String {
    read_in(text, Some("en"))
}

fn read_in(text: &str, lang: Option<&str>) -> String {
    let request = Request { text, published: Some(jiff::civil::date(2024, 5, 10)), lang };
    let mut claims = extract(&request);
    for c in &mut claims {
        (c.start, c.end) = (0, 0);
    }
    serde_json::to_string_pretty(&claims).expect("claims serialise")
}

fn swap(text: &str) -> String {
    let mut out = text.to_owned();
    for (i, (a, b)) in SIDES.iter().enumerate() {
        out = out.replace(a, &format!("<{i}a>")).replace(b, &format!("<{i}b>"));
    }
    for (i, (a, b)) in SIDES.iter().enumerate() {
        out = out.replace(&format!("<{i}a>"), b).replace(&format!("<{i}b>"), a);
    }
    out
}

/// The invented sides of `tests/unseen` and other names for them, as they begin in each script.
const RENAMED: &[(&str, &str)] = &[
    ("Vareli", "Drovi"),
    ("Norland", "Sudland"),
    ("Valdor", "Marfor"),
    ("valdor", "marfor"),
    ("فاريلي", "دروفي"),
    ("نورلاند", "سودلاند"),
    ("Варел", "Дорел"),
    ("נורלנד", "סודלנד"),
];

#[test]
fn other_names_change_nothing_but_the_names() {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut renamed = 0;
    let rounds = (1..=8).map(|n| format!("unseen/round{n}.md"));
    let suites = ["ar", "en", "es", "he", "ru", "uk"].map(|l| format!("suite/{l}.md"));
    for name in rounds.chain(suites) {
        let markdown = std::fs::read_to_string(dir.join(name)).expect("a round");
        for block in markdown.split("```").filter(|b| b.starts_with("text ")) {
            let (info, text) = block.split_once('\n').expect("a text");
            let lang = info.split_whitespace().nth(1);
            let rename = |t: &str| RENAMED.iter().fold(t.to_owned(), |t, (a, b)| t.replace(a, b));
            let (plain, other) = (read_in(text, lang), read_in(&rename(text), lang));
            assert_eq!(rename(&plain), other, "{text}");
            renamed += usize::from(rename(text) != text);
        }
    }
    assert!(renamed >= 30, "only {renamed} passages name a side");
}
