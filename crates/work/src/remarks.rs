//! What is said beside figures, by code: the command line prints the words, a page the code in its reader's language.

use cairn_chart::Look;
use cairn_model::{Param, Remark};

/// Codes of remarks beside figures.
pub const REMARKS: [&str; 5] =
    ["judgements_conflict", "lists_not_linked", "act_assumed", "no_account_has", "undated_in_no_series"];

pub(crate) fn judgements_conflict(pairs: usize) -> Remark {
    let words = format!(
        "{pairs} pairs are judged in ways that contradict each other: they are held to be unsure until one \
         judgement is taken back"
    );
    Remark::new("judgements_conflict", [("count", pairs.into())], words)
}

pub(crate) fn lists_not_linked(lists: usize) -> Remark {
    let words = format!(
        "{lists} lists are counted and none of their rows is linked to another's: a person on two lists counts twice. \
         'cairn link DIR' finds who stands on several"
    );
    Remark::new("lists_not_linked", [("count", lists.into())], words)
}

pub(crate) fn act_assumed(lists: usize) -> Remark {
    let words = format!(
        "{lists} of the lists counted do not say what was done to their people: that they were killed is assumed"
    );
    Remark::new("act_assumed", [("count", lists.into())], words)
}

/// A filter that no account answers to, with values that some do.
pub(crate) fn no_account_has(dimension: &'static str, value: Option<String>, others: &[String]) -> Remark {
    let shown = value.clone().unwrap_or_else(|| "not stated".to_owned());
    let words = format!("no account has {dimension} {shown}; there are: {}", others.join(", "));
    let params = [
        ("dimension", Param::from(dimension)),
        ("value", value.unwrap_or_default().into()),
        ("others", others.join(", ").into()),
    ];
    Remark::new("no_account_has", params, words)
}

pub(crate) fn undated_in_no_series(statements: usize) -> Remark {
    let words = format!("{statements} statements state no day and stand in no series");
    Remark::new("undated_in_no_series", [("count", statements.into())], words)
}

/// Remarks for the foot of a drawing, in its reader's language; in English where its words are missing.
pub(crate) fn drawn(remarks: &[Remark], lang: &str) -> Vec<String> {
    let Ok(look) = Look::new(lang, 0) else { return remarks.iter().map(|r| r.words.clone()).collect() };
    let one = |r: &Remark| {
        let count = match r.params.get("count") {
            Some(Param::Number(n)) => *n as f64,
            _ => return r.words.clone(),
        };
        look.said(r.code, count).unwrap_or_else(|| r.words.clone())
    };
    remarks.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_with_a_number_are_drawn_in_every_language() {
        for lang in ["en", "ar", "he", "uk", "es"] {
            for remark in
                [judgements_conflict(2), lists_not_linked(3), act_assumed(1), undated_in_no_series(4)]
            {
                assert!(REMARKS.contains(&remark.code));
                let words = drawn(std::slice::from_ref(&remark), lang).remove(0);
                assert_eq!(words == remark.words, lang == "en", "{lang}: {words}");
            }
        }
    }
}
