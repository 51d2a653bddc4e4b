//! Typed figures beside texts written for the purpose.
#![allow(clippy::unwrap_used)]

use cairn_extract::check::{Note, Reading, Typed, Verdict};
use cairn_extract::{Request, heading};

const REPORT: &str = "Daily report of the Orvenna Health Office\n\nIn the past 24 hours:\n• Number of killed: 8 (6 newly \
killed and 2 recovered)\n• Number of injured: 23, including 5 children.\n\nCumulative figures since the beginning of the \
fighting on 3 March 2031:\n• Cumulative number of killed: 1,402\n• Cumulative number of injured: 5,310\n\nDozens of \
families were displaced from Mirel. The office buried 17 bodies.\n";

fn typed(head: &str, n: i64) -> Typed {
    Typed::under(&heading(head), Some(n), Some(n)).unwrap()
}

fn verdict(text: &str, head: &str, n: i64) -> (Verdict, Option<Note>, Vec<String>) {
    let published = "2031-05-05".parse().ok();
    let found = Reading::of(&Request { text, published, lang: None }).check(&typed(head, n));
    for p in &found.passages {
        let words: String = text.chars().skip(p.start).take(p.end - p.start).collect();
        assert_eq!(words, p.quote);
    }
    (found.verdict, found.note, found.passages.into_iter().map(|p| p.quote).collect())
}

#[test]
fn what_stands_what_differs_and_what_is_absent() {
    for (head, n, want) in [
        ("injured", 23, Verdict::Stands),
        ("injured_cum", 5310, Verdict::Stands),
        ("killed total", 1402, Verdict::Stands),
        ("injured_children", 5, Verdict::Stands),
        ("killed_recovered", 2, Verdict::Stands),
        ("injured new", 21, Verdict::Differs),
        ("killed_cum", 1420, Verdict::Differs),
        ("detained", 4, Verdict::Absent),
        ("killed_women", 3, Verdict::Absent),
        ("displaced_households", 24, Verdict::Ambiguous),
    ] {
        let (got, note, passages) = verdict(REPORT, head, n);
        assert_eq!(got, want, "{head} {n}: {note:?} {passages:?}");
    }
    let (_, _, passages) = verdict(REPORT, "injured new", 21);
    assert_eq!(passages.len(), 1);
    assert!(passages[0].contains("23"), "{passages:?}");
    assert_eq!(verdict(REPORT, "displaced_households", 24).1, Some(Note::OnlyWords));
    // The number is there, under another name.
    assert_eq!(verdict(REPORT, "detained", 5310).1, Some(Note::OfSomethingElse));
}

#[test]
fn a_sum_that_the_text_does_not_give_is_said_to_be_one() {
    let text = "On Monday 12 people were killed in Orvenna. On Tuesday 5 people were killed in Mirel.";
    let (got, note, passages) = verdict(text, "killed", 17);
    assert_eq!((got, note, passages.len()), (Verdict::Differs, Some(Note::Sum), 2));
    assert_eq!(verdict(text, "killed", 12).0, Verdict::Stands);
}

#[test]
fn languages_of_one_bulletin_that_disagree() {
    let bulletin = |latin: u32| {
        format!(
            "التقرير اليومي لوزارة الصحة في أورفينا عن عدد القتلى والجرحى خلال الأربع والعشرين ساعة الماضية في المنطقة\n\
             • عدد القتلى: 7\n\nDaily report of the Ministry of Health in Orvenna on the killed and injured of the past 24 \
             hours in the whole district\n• Number of killed: {latin}\n"
        )
    };
    assert_eq!(verdict(&bulletin(7), "killed", 7).0, Verdict::Stands);
    assert_eq!(verdict(&bulletin(8), "killed", 7).1, Some(Note::LanguagesDisagree));
    assert_eq!(verdict(&bulletin(8), "killed", 9).0, Verdict::Ambiguous);
}

#[test]
fn a_floor_typed_as_the_number_stands_and_a_range_stands_as_a_range() {
    let text = "At least 40 people were killed and between 50 and 60 were injured.";
    let reading = Reading::of(&Request { text, published: None, lang: Some("en") });
    assert_eq!(reading.check(&typed("killed", 40)).verdict, Verdict::Stands);
    let range = Typed { low: Some(50), high: Some(60), ..typed("injured", 0) };
    assert_eq!(reading.check(&range).verdict, Verdict::Stands);
    assert_eq!(reading.check(&typed("injured", 55)).verdict, Verdict::Differs);
}

#[test]
fn any_text_and_any_number_give_a_verdict() {
    for text in ["", "\n\n", "12", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩٠", "a\u{202E}b 5 killed", "קבוצה א ٥ and 7 убитых 9"]
    {
        for n in [0, 1, i64::MAX] {
            verdict(text, "killed", n);
        }
    }
}
