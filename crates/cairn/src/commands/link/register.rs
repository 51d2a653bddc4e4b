//! Linking in a register: judgements in its log instead of files.

use std::path::Path;

use cairn_register::Access;
use cairn_work::{Linked, Linking, What};

use super::{Run, review};
use crate::cli::Global;
use crate::failure::{Failure, Outcome, Result};
use crate::progress::Line;
use crate::text::{entry, foreign, indented, number, table};
use crate::{files, open, output};

/// Whether a path is the folder of a register, and not a file.
pub fn is_register(path: &Path) -> bool {
    path.is_dir()
}

impl Run {
    /// Links the persons or the incidents of the register `dir`.
    pub fn run_in_register(&self, dir: &Path, global: &Global) -> Result {
        let others = [
            (self.files.len() > 1, "another file"),
            (self.across_only, "--across-only"),
            (self.id.is_some(), "--id"),
            (self.out.is_some(), "--out"),
            (self.all_pairs, "--all-pairs"),
            (self.clusters.is_some(), "--clusters"),
            (self.explain, "--explain (see cairn link explain)"),
            (!self.judged.is_empty(), "--judged (see cairn link review)"),
            (self.save_model.is_some(), "--save-model"),
        ];
        if let Some((_, words)) = others.iter().find(|(given, _)| *given) {
            return Err(Failure::new(format_args!(
                "{} is a register: {words} goes with lists in files",
                dir.display()
            )));
        }
        let (how, left_out) = self.linking()?;
        let access = if self.dry_run { Access::Read } else { Access::Write };
        let mut session = open::session(dir, global, access)?;
        let mut line = Line::new(global.quiet);
        let linked = session.link(&how, &mut line)?;
        drop(line);
        if let Some(path) = &self.review {
            super::write(path, &review::pairs_to_csv(&linked.review))?;
        }
        output::print(global.format(), &linked, Some("lists"), |l| {
            let mut out = words(l, dir, self.dry_run);
            left_out.iter().for_each(|w| out.push_str(&indented(&format!("[model] {w}"), 0)));
            if let Some(path) = &self.review {
                out.push_str(&indented(&format!("{} pairs to judge: {}", l.review.len(), path.display()), 0));
            }
            out
        })?;
        Ok(Outcome::Done)
    }

    /// How to link, and what of a model file was left out.
    fn linking(&self) -> Result<(Linking, Vec<String>)> {
        let mut how = Linking {
            what: self.what.into(),
            threshold: self.threshold,
            unsure: self.unsure,
            seed: self.seed,
            review: if self.review.is_some() { self.review_pairs } else { 0 },
            anew: self.anew,
            preview: self.dry_run,
            ..Linking::default()
        };
        let mut left_out = Vec::new();
        if let Some(path) = &self.model {
            let wrong = |e| Failure::new(format_args!("{}: {e}", path.display()));
            let read = cairn_link::Settings::read(&files::read_text(path)?).map_err(wrong)?;
            how.settings = Some(read.settings);
            left_out = read.left_out;
        }
        Ok((how, left_out))
    }
}

fn words(l: &Linked, dir: &Path, dry_run: bool) -> String {
    let (whom, found, all) = match l.what {
        What::Persons => ("persons", "people", "everybody"),
        What::Incidents => ("incidents", "incidents", "all of them"),
    };
    let n = |x: u64| number(x);
    if l.people.is_none() {
        return indented(
            &format!(
                "Nothing has changed since the last linkage: its {} {whom} were compared then, {} pairs stand as the \
                 same and {} as unsure. Nothing was written; --anew compares {all} again.",
                n(l.persons),
                n(l.stands.same),
                n(l.stands.unsure)
            ),
            0,
        );
    }
    let rows: Vec<Vec<String>> =
        l.lists.iter().map(|t| vec![foreign(&t.list), n(t.persons), n(t.new), n(t.unnamed)]).collect();
    let mut out = table(&["list", whom, "new", "unnamed"], &rows, &[1, 2, 3]);
    out.push('\n');
    let skipped = match l.persons - l.new {
        0 => String::new(),
        before => format!(
            "; the {} compared before were not compared with each other again, {} pairs judged before were weighed again",
            n(before),
            n(l.weighed_again)
        ),
    };
    out.push_str(&entry("compared", &format!("{} pairs{skipped}", n(l.compared)), 13));
    let same = format!("{} pairs stand, from probability {} on", n(l.stands.same), l.threshold);
    out.push_str(&entry("same", &same, 13));
    let unsure = format!("{} pairs stand, from {} on: they widen figures", n(l.stands.unsure), l.unsure);
    out.push_str(&entry("unsure", &unsure, 13));
    if l.stands.by_people > 0 {
        out.push_str(&entry("by people", &format!("{} judgements, which bind", n(l.stands.by_people)), 13));
    }
    if let (Some(precision), Some(recall)) = (l.precision, l.recall) {
        let words = format!("precision {precision:.3}, recall {recall:.3} of what is the same");
        out.push_str(&entry("estimated", &words, 13));
    }
    if let Some(p) = &l.people {
        let whole = |x: f64| number(x.round() as i64);
        let words = format!("about {} ({} to {})", whole(p.estimate), whole(p.lower), whole(p.upper));
        out.push_str(&entry(found, &words, 13));
    }
    l.warnings.iter().for_each(|w| out.push_str(&entry("note", w, 13)));
    let changes = &l.changes;
    if changes.added + changes.revised == 0 && changes.instead_of.is_empty() {
        return out + "\nNothing changes: nothing was written.\n";
    }
    let mut what =
        format!("{} pairs judged, {} judged otherwise than before", n(changes.added), n(changes.revised));
    if !changes.instead_of.is_empty() {
        let ids: Vec<String> = changes.instead_of.iter().map(ToString::to_string).collect();
        what.push_str(&format!("; earlier linkages written anew: {}", ids.join(", ")));
    }
    out.push('\n');
    match l.batch {
        Some(batch) => {
            out.push_str(&indented(&format!("{what}. Batch {batch}."), 0));
            out.push_str(&format!("Take this back: cairn undo {} {batch}\n", dir.display()));
        }
        None if dry_run => out.push_str(&indented(&format!("{what}. A dry run: nothing was written."), 0)),
        None => {}
    }
    out
}
