//! Texts with their claims marked, as pages that need nothing beside them: no script, no request, readable in the dark
//! and on paper, in both directions, with the keyboard.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use cairn_extract::{Claim, Stance};

use crate::failure::{Failure, Result};
use crate::reading::ReadText;
use crate::text::range;

/// Languages written from right to left, of those that texts state or that are detected.
const RIGHT_TO_LEFT: [&str; 9] = ["ar", "he", "fa", "ur", "ps", "ckb", "yi", "dv", "syr"];

/// One text, rendered but for the number that tells its anchors from those of other texts on the same page.
pub struct Section {
    /// How many claims were read in it.
    pub claims: usize,
    name: String,
    text: ReadText,
}

/// Pages being written: one, or a folder of them.
pub struct Pages {
    place: PathBuf,
    /// The page, or the index of the folder.
    file: BufWriter<File>,
    folder: bool,
    texts: usize,
}

impl Section {
    /// Of a text.
    pub fn new(text: ReadText) -> Self {
        Self {
            claims: text.claims.len(),
            name: text.title.clone().unwrap_or_else(|| text.name.clone()),
            text,
        }
    }

    fn html(&self, n: usize) -> String {
        let text = &self.text;
        let lang = text.lang.as_deref().unwrap_or("und");
        let primary = lang.split(['-', '_']).next().unwrap_or(lang);
        let dir = if RIGHT_TO_LEFT.contains(&primary) { "rtl" } else { "ltr" };
        let mut out = format!(
            "<section aria-labelledby=\"t{n}\">\n<h2 id=\"t{n}\"><bdi>{}</bdi></h2>\n<p class=\"note\"><bdi>{}</bdi> · {}</p>\n\
             <div class=\"both\">\n<div class=\"text\" lang=\"{}\" dir=\"{dir}\">\n",
            escape(&self.name),
            escape(&text.name),
            claims_in_words(self.claims),
            escape(lang),
        );
        out.push_str(&marked(&text.text, &text.claims, n));
        out.push_str("</div>\n");
        if text.claims.is_empty() {
            out.push_str("<p>No claim was found in this text.</p>\n");
        } else {
            out.push_str("<ol class=\"claims\">\n");
            for (i, claim) in text.claims.iter().enumerate() {
                out.push_str(&card(claim, n, i));
            }
            out.push_str("</ol>\n");
        }
        out.push_str("</div>\n</section>\n");
        out
    }
}

impl Pages {
    /// Makes the page, or the folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn create(place: &Path) -> Result<Self> {
        let error = |e| Failure::new(format_args!("{}: {e}", place.display()));
        let folder = !place.extension().is_some_and(|e| e.eq_ignore_ascii_case("html"));
        let path = if folder { place.join("index.html") } else { place.to_owned() };
        if folder {
            fs::create_dir_all(place).map_err(error)?;
        }
        let mut file = BufWriter::new(File::create(&path).map_err(error)?);
        file.write_all(head("Claims read in texts").as_bytes())?;
        if folder {
            file.write_all(b"<ul>\n")?;
        }
        Ok(Self { place: place.to_owned(), file, folder, texts: 0 })
    }

    /// Adds a text.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, section: &Section) -> Result<()> {
        self.texts += 1;
        let n = self.texts;
        if !self.folder {
            return Ok(self.file.write_all(section.html(n).as_bytes())?);
        }
        let name = format!("{n:04}.html");
        let path = self.place.join(&name);
        let back = "<p><a href=\"index.html\">All texts</a></p>\n";
        let page = format!("{}{back}{}{FOOT}", head(&section.name), section.html(1));
        fs::write(&path, page).map_err(|e| Failure::new(format_args!("{}: {e}", path.display())))?;
        let (title, count) = (escape(&section.name), claims_in_words(section.claims));
        let item = format!(
            "<li><a href=\"{name}\"><bdi>{title}</bdi></a> <span class=\"note\"><bdi>{}</bdi> · {count}</span></li>\n",
            escape(&section.text.name)
        );
        Ok(self.file.write_all(item.as_bytes())?)
    }

    /// Closes the page or the index; gives where to begin to read.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(mut self) -> Result<PathBuf> {
        if self.folder {
            self.file.write_all(b"</ul>\n")?;
        }
        self.file.write_all(FOOT.as_bytes())?;
        self.file.flush()?;
        Ok(if self.folder { self.place.join("index.html") } else { self.place })
    }
}

const FOOT: &str = "</main>\n</body>\n</html>\n";

fn head(title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{}</style>\n</head>\n<body>\n<main>\n<h1><bdi>{}</bdi></h1>\n\
         <p class=\"note\">Read by a program: every claim is a proposal until a person accepts it. The number behind a \
         marked stretch leads to what was read in it, and back.</p>\n",
        escape(title),
        include_str!("page.css"),
        escape(title),
    )
}

fn claims_in_words(n: usize) -> String {
    match n {
        0 => "no claim".to_owned(),
        1 => "1 claim".to_owned(),
        n => format!("{n} claims"),
    }
}

/// The text, a paragraph a line, each in its own direction. Marks may overlap: a stretch in several quotes is marked
/// once, more strongly, and each quote's number stands where the quote ends.
fn marked(text: &str, claims: &[Claim], n: usize) -> String {
    let spans: Vec<_> = claims.iter().map(|c| c.start..c.end).collect();
    let mut out = String::from("<p dir=\"auto\">");
    let mut chars = text.chars();
    let mut begun = vec![false; claims.len()];
    for stretch in cairn_extract::stretches(text.chars().count(), &spans) {
        let words: String = chars.by_ref().take(stretch.at.len()).collect();
        let new: Vec<usize> = stretch.covers.iter().copied().filter(|i| !begun[*i]).collect();
        new.iter().for_each(|i| begun[*i] = true);
        for (i, line) in words.split('\n').enumerate() {
            if i > 0 {
                out.push_str("</p>\n<p dir=\"auto\">");
            }
            if stretch.covers.is_empty() || line.is_empty() {
                out.push_str(&escape(line));
                continue;
            }
            let class = if stretch.covers.len() > 1 { " class=\"more\"" } else { "" };
            let title: Vec<String> = stretch.covers.iter().map(|c| short(&claims[*c], *c)).collect();
            let _ =
                write!(out, "<mark{class} title=\"{}\">{}</mark>", escape(&title.join("; ")), escape(line));
        }
        for i in &stretch.ends {
            let label = escape(&short(&claims[*i], *i));
            let _ = write!(
                out,
                "<sup id=\"t{n}m{i}\"><a href=\"#t{n}c{i}\" aria-label=\"Claim {label}\">{}</a></sup>",
                i + 1
            );
        }
    }
    out.push_str("</p>\n");
    out
}

fn short(c: &Claim, i: usize) -> String {
    format!("{}: {}, {}", i + 1, c.metric.code().replace('_', " "), range(c.low, c.high))
}

/// What was read in one quote.
fn card(c: &Claim, n: usize, i: usize) -> String {
    let mut out = format!(
        "<li id=\"t{n}c{i}\">\n<a href=\"#t{n}m{i}\" aria-label=\"Claim {0}, back to the text\">{0} ↩</a>\n\
         <blockquote><bdi>{1}</bdi></blockquote>\n<dl>\n",
        i + 1,
        escape(&c.quote),
    );
    let mut row = |label: &str, value: Option<String>| {
        if let Some(value) = value {
            let _ = writeln!(out, "<dt>{label}</dt><dd><bdi>{}</bdi></dd>", escape(&value));
        }
    };
    row("what", Some(c.metric.code().replace('_', " ")));
    let vague = if c.by_rule { " (by a rule for a vague word, not the speaker's number)" } else { "" };
    row("number", Some(format!("{}{vague}", range(c.low, c.high))));
    let hedge = c.qualifier.code();
    row("hedge", (hedge != "exact").then(|| hedge.replace('_', " ")));
    row("unit", c.unit.clone());
    row("running total", c.cumulative.then(|| "yes".to_owned()));
    row("of whom", c.group.clone());
    row("whose", c.party_affected.clone());
    row("where", c.place.clone());
    row("when", c.period.clone());
    let day = |d: Option<jiff::civil::Date>| d.map_or_else(|| "…".to_owned(), |d| d.to_string());
    let dated = c.resolved_from.is_some() || c.resolved_to.is_some();
    row("days", dated.then(|| format!("{} to {}", day(c.resolved_from), day(c.resolved_to))));
    let narrator = "the text itself, author not stated".to_owned();
    let open = !c.source_candidates.is_empty();
    let said = c.source.clone().or_else(|| (!open).then_some(narrator));
    row("said by", said);
    row("said by one of", open.then(|| c.source_candidates.join("; ")));
    row("done by", c.responsible.clone());
    row("who says so", c.responsible_said_by.clone());
    row("stance", c.stance.map(|s| stance(s).to_owned()));
    row("denied", c.negated.then(|| "yes".to_owned()));
    row("not said to have happened", c.hypothetical.then(|| "yes".to_owned()));
    row("sureness of the rules", Some(format!("{} of 100", c.score)));
    if let Some(whole) = c.part_of {
        let _ = writeln!(out, "<dt>part of</dt><dd><a href=\"#t{n}c{whole}\">claim {}</a></dd>", whole + 1);
    }
    out.push_str("</dl>\n");
    if !c.reasons.is_empty() {
        let _ = write!(out, "<details><summary>Why: {} rules</summary>\n<ol>\n", c.reasons.len());
        for r in &c.reasons {
            let words = if r.words.is_empty() {
                String::new()
            } else {
                format!(" “<bdi>{}</bdi>”", escape(&r.words))
            };
            let _ = writeln!(out, "<li><code>{}</code>{words}</li>", escape(&r.rule));
        }
        out.push_str("</ol>\n</details>\n");
    }
    out.push_str("</li>\n");
    out
}

fn stance(s: Stance) -> &'static str {
    match s {
        Stance::Accuses => "accuses",
        Stance::Claims => "claims it",
        Stance::Admits => "admits it",
        Stance::Denies => "denies it",
    }
}

/// Text as it stands between tags and in attributes. Control characters, which HTML does not carry, become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::How;

    fn section(text: &str) -> String {
        let how = How { explain: true, ..How::default() };
        Section::new(how.read("a<b>.txt".to_owned(), text.to_owned(), None, None).unwrap()).html(1)
    }

    #[test]
    fn nothing_of_the_text_is_markup() {
        let page =
            section("<script>alert(1)</script> \"Twelve people were killed\" & <b>9 injured</b> in Orvenna.");
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("&lt;script&gt;") && page.contains("<mark"));
        assert!(page.contains("a&lt;b&gt;.txt"));
    }

    #[test]
    fn every_claim_leads_to_its_card_and_back() {
        let page = section("Twelve people were killed and 9 injured in Orvenna, the ministry said.");
        let n = page.matches("<li id=\"t1c").count();
        assert!(n >= 2, "{page}");
        for i in 0..n {
            for part in ["id=\"t1c", "href=\"#t1c", "id=\"t1m", "href=\"#t1m"] {
                assert!(page.contains(&format!("{part}{i}\"")), "{part}{i}");
            }
        }
        assert!(page.contains("<details><summary>Why: "));
    }

    #[test]
    fn the_text_stands_whole_between_the_tags_and_in_its_direction() {
        let text = "قالت وزارة الصحة إن 12 شخصا قتلوا وأصيب 9 أشخاص.\n\nسطر ثان بلا أرقام.";
        let page = section(text);
        assert!(page.contains("lang=\"ar\" dir=\"rtl\""));
        let body = page.split("<div class=\"text\"").nth(1).and_then(|b| b.split("</div>").next()).unwrap();
        let body = body.split_once('>').unwrap().1;
        let mut plain = String::new();
        let mut rest = body.replace("</p>\n<p dir=\"auto\">", "\n");
        while let Some((before, after)) = rest.split_once("<sup") {
            plain.push_str(before);
            rest = after.split_once("</sup>").unwrap().1.to_owned();
        }
        plain.push_str(&rest);
        let mut inside = false;
        plain.retain(|c| {
            let keep = !inside && c != '<';
            inside = c == '<' || inside && c != '>';
            keep
        });
        assert_eq!(plain.trim(), text);
    }
}
