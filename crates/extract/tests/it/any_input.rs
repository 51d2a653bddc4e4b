//! Whatever the text: no panic, valid spans, verbatim quotes, the same answer twice, time in proportion to length.

use std::time::Duration;

use cairn_extract::{Request, extract, extract_explained, languages};
use proptest::prelude::*;

fn check(text: &str, lang: Option<&str>) {
    let request = Request { text, published: Some(jiff::civil::date(2024, 5, 10)), lang };
    let claims = extract_explained(&request);
    let chars: Vec<char> = text.chars().collect();
    for c in &claims {
        assert!(c.start < c.end && c.end <= chars.len());
        let quoted: String = chars[c.start..c.end].iter().collect();
        assert_eq!(quoted, c.quote);
        assert!(c.part_of.is_none_or(|p| p < claims.len()));
        assert!(!c.reasons.is_empty());
        assert!(c.resolved_from.zip(c.resolved_to).is_none_or(|(a, b)| a <= b));
    }
    assert!(claims.is_sorted_by_key(|c| c.start));
    let mut plain = claims;
    for c in &mut plain {
        c.reasons.clear();
    }
    assert_eq!(plain, extract(&request));
}

/// Words and marks that the rules react to, in any order.
const PIECES: &[&str] = &[
    "12",
    "1,400",
    "2.3",
    "million",
    "a",
    "no",
    "between",
    "and",
    "to",
    "killed",
    "were",
    "people",
    "children",
    "said",
    "officials",
    "according to",
    "since",
    "Monday",
    "7 May",
    "2023",
    "in",
    "Oldbridge",
    ",",
    ".",
    ":",
    "\n",
    "\n\n",
    "• ",
    "(",
    ")",
    "\"",
    "who",
    "it",
    "including",
    "of them",
    "قتل",
    "شخصا",
    "و28",
    "منذ",
    "وزارة",
    "أكثر من",
    "שלושה",
    "נהרגו",
    "ב-24",
    "загинули",
    "двоє",
    "з",
    "погибли",
    "человек",
    "murieron",
    "según",
    "\u{202E}",
    "\u{2060}",
    "🔴",
    "e\u{301}",
    "٣٤",
    "%",
    "-",
    "–",
    "siege",
    "hostage",
    "by",
    "attack",
    "the dead",
    "included",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in "\\PC{0,200}") {
        check(&text, None);
    }

    #[test]
    fn any_order_of_words(picks in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..60), lang in 0usize..6) {
        let text: String = picks.iter().map(|(i, glued)| format!("{}{}", PIECES[*i], if *glued { "" } else { " " })).collect();
        check(&text, Some(languages()[lang]));
        check(&text, None);
    }
}

/// Processor time of this thread: how busy the machine is does not count.
fn spent() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), 0) + Duration::from_nanos(now.tv_nsec.unsigned_abs())
}

#[test]
fn time_grows_with_length() {
    let hostile = [
        "1",
        "1 ",
        "12,",
        "1.",
        "(",
        ")",
        "\"",
        "e\u{301}",
        "\u{301}",
        "\u{202E}",
        "\u{200F}1",
        "killed ",
        "a man, 61, ",
        "Houses destroyed: 3. ",
        "there were dead and ",
        "so many words that the line is long and goes on until it holds more than a hundred letters without an end\n\n",
        "12 killed ",
        "12 people, ",
        "said ",
        "and ",
        "since ",
        "a",
        "A",
        "ا",
        "و",
        "ו",
        "א-1",
        "1-",
        "-",
        "\n",
        "• 1\n",
        "1:\n",
        "x:\n12\n",
        "N said 12 killed. ",
        "according to X, ",
        "between 1 and ",
        "by ",
        "1a",
        "a1",
        "a.b",
        "'s",
        "://x",
        "м'",
        "загинув ",
        "of 12 ",
        "12 of them ",
        "Valley strikes killed 3. ",
        "He said 3 were killed. ",
        "hundred ",
    ];
    for piece in hostile {
        let text = piece.repeat((1 << 15) / piece.len());
        for lang in ["en", "ar"] {
            let request =
                Request { text: &text, published: Some(jiff::civil::date(2024, 5, 10)), lang: Some(lang) };
            let start = spent();
            let claims = extract(&request);
            let took = spent() - start;
            // Unoptimised: a quadratic stage takes minutes.
            assert!(
                took < Duration::from_secs(15),
                "{piece:?} in {lang}: {took:?} for {} claims",
                claims.len()
            );
        }
    }
}

/// What the issue asks of vague words, hedges and lengths of time.
#[test]
fn hedges_and_lengths_stay_as_said() {
    let read = |text: &str| {
        extract(&Request { text, published: Some(jiff::civil::date(2024, 5, 10)), lang: Some("en") })
    };
    let vague = read("Dozens of people were killed in Oldbridge.");
    assert!(vague[0].by_rule && vague[0].high.is_none());
    let about = read("About 40 people were killed in Oldbridge.");
    assert_eq!((about[0].low, about[0].high, about[0].by_rule), (Some(40), Some(40), false));
    assert_eq!(about[0].qualifier, cairn_extract::Qualifier::About);
    let days = read("Shelling killed 12 people in Oldbridge in the past six days.");
    assert_eq!(days[0].period.as_deref(), Some("in the past six days"));
    let length = days[0].resolved_from.zip(days[0].resolved_to).map(|(a, b)| (b - a).get_days());
    assert_eq!(length, Some(6));
}

/// A megabyte of what a hostile or broken document may hold.
#[test]
fn a_megabyte_of_anything_ends() {
    let hostile = [
        "1",
        "(",
        ")",
        "\u{301}",
        "\u{202E}",
        "\u{200F}1 ",
        "12,",
        "\"",
        "«12 »",
        "“a b c d e f ”",
        "\" a b c d e f\" said X. ",
        "X said: \"",
        ", which ",
        "(Ministry) ",
        "of them ",
        "two of the 5 ",
    ];
    for piece in hostile {
        let text = piece.repeat((1 << 20) / piece.len());
        let start = spent();
        let claims = extract(&Request { text: &text, published: None, lang: None });
        let took = spent() - start;
        assert!(took < Duration::from_secs(60), "{piece:?}: {took:?} for {} claims", claims.len());
    }
}
