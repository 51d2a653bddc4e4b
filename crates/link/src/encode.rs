//! Tables to coded rows: one `u32` a column, so that equality of everything is a few vector compares.

use crate::ages::fill_ages;
use crate::cluster::Edge;
use crate::columns::{Columns, Role, read_age, read_sex};
use crate::dates::{Written, guess_order};
use crate::families::part_families;
use crate::field::{Field, FieldKind, MAX_FIELDS, SLOTS, Values};
use crate::measure::{counts, points};
use crate::order::{NameOrder, Named, parted};
use crate::rows::{canonical, destinations, settle};
use crate::table::{Dictionary, Table, mix};
use crate::text::Text;
use cairn_names::{Script, Token, script_of, words};
use rayon::prelude::*;

/// Columns of the coded row; a bit each in a mask.
pub(crate) const MAX_COLUMNS: usize = 32;
/// Widths of a coded row that the pair loop is made for.
const WIDTHS: [usize; 5] = [8, 16, 20, 24, MAX_COLUMNS];

/// A column of the coded row.
#[derive(Clone, Debug)]
pub(crate) struct Coded {
    pub label: String,
    /// The field that it belongs to: columns of one field agree or differ together.
    pub field: usize,
}

/// All records, in an order that depends on their content alone.
#[derive(Debug)]
pub(crate) struct Records {
    pub width: usize,
    pub cells: Vec<u32>,
    /// The list of each record.
    pub lists: Vec<u16>,
    /// Table and row of each record.
    pub origin: Vec<(u16, u32)>,
    pub columns: Vec<Coded>,
    pub fields: Vec<Field>,
    pub values: Values,
    pub list_names: Vec<String>,
}

impl Records {
    pub fn len(&self) -> usize {
        self.origin.len()
    }

    #[inline]
    pub fn row(&self, i: usize) -> &[u32] {
        &self.cells[i * self.width..(i + 1) * self.width]
    }

    /// A bit for every column that a record says something in.
    pub fn said(&self, i: usize) -> u32 {
        self.row(i).iter().enumerate().fold(0, |m, (k, c)| m | u32::from(*c != 0) << k)
    }

    /// Whether a pair is of two lists.
    pub fn across(&self, e: &Edge) -> bool {
        self.lists[e.left as usize] != self.lists[e.right as usize]
    }

    /// How many records have each code in `column`, by code, from 0 on.
    pub fn counts(&self, column: usize) -> Vec<u32> {
        let mut out = vec![0u32; 1024];
        for c in self.cells.iter().skip(column).step_by(self.width) {
            let c = *c as usize;
            if c >= out.len() {
                out.resize((c + 1).next_power_of_two(), 0);
            }
            out[c] += 1;
        }
        out.truncate(out.iter().rposition(|n| *n > 0).map_or(1, |last| last + 1));
        out
    }
}

/// Where a coded column comes from in one table: a source column and a code for each of its distinct cells, or a code
/// for each row where two columns are read together.
struct Source {
    column: usize,
    codes: Vec<u32>,
}

const BY_ROW: usize = usize::MAX;

#[derive(Default)]
struct Plan {
    columns: Vec<Coded>,
    fields: Vec<Field>,
    /// `sources[coded column][table]`.
    sources: Vec<Vec<Option<Source>>>,
}

impl Plan {
    fn column(&mut self, label: &str, field: usize, sources: Vec<Option<Source>>) -> usize {
        self.columns.push(Coded { label: label.to_owned(), field });
        self.sources.push(sources);
        self.columns.len() - 1
    }

    fn room(&self, columns: usize) -> bool {
        self.columns.len() + columns <= MAX_COLUMNS && self.fields.len() < MAX_FIELDS
    }
}

pub(crate) const SLOT_NAMES: [&str; SLOTS] =
    ["given name", "father's name", "grandfather's name", "family name"];
const SLOT_ROLES: [Role; SLOTS] = [Role::Given, Role::Father, Role::Grandfather, Role::Family];

/// "first 3 letters of family name": how many letters, and of which column.
pub(crate) fn first_letters(label: &str) -> Option<(usize, &str)> {
    let (n, of) = label.strip_prefix("first ")?.split_once(" letters of ")?;
    Some((n.parse().ok().filter(|n| (1..=9).contains(n))?, of))
}

/// Codes the tables. `roles` has one entry a table; `asked` are labels of columns that blocking asks for, among them
/// beginnings of names, which are coded for nobody else.
pub(crate) fn encode(tables: &[Table], roles: &[Columns], asked: &[String]) -> Records {
    let mut plan = Plan::default();
    let mut values = Values { slots: [usize::MAX; SLOTS], ..Values::default() };
    names(tables, roles, asked, &mut plan, &mut values);
    dates(tables, roles, &mut plan, &mut values);
    sex(tables, roles, &mut plan);
    places(tables, roles, &mut plan);
    measures(tables, roles, &mut plan);
    texts(tables, roles, &mut plan);
    let (lists, list_names) = lists(tables, roles);
    assemble(tables, plan, values, lists, list_names)
}

fn first(columns: &Columns, role: Role) -> Option<usize> {
    columns.with(role).next()
}

/// Whole-name columns to read: the script that most tables share, the original before the romanised.
fn name_columns(tables: &[Table], roles: &[Columns]) -> Vec<Option<usize>> {
    let scripts: Vec<Vec<(usize, Script)>> = tables
        .iter()
        .zip(roles)
        .map(|(t, r)| {
            let script = |c: usize| {
                let sample: String = (1..t.columns[c].values.len().min(200) as u32)
                    .map(|n| t.columns[c].values.get(n))
                    .collect();
                script_of(&sample)
            };
            r.with(Role::Name).map(|c| (c, script(c))).collect()
        })
        .collect();
    let order = [Script::Arabic, Script::Hebrew, Script::Cyrillic, Script::Greek, Script::Latin];
    let shared = |s: Script| scripts.iter().filter(|cs| cs.iter().any(|c| c.1 == s)).count();
    let best = order.into_iter().rev().max_by_key(|s| shared(*s)).unwrap_or(Script::Latin);
    scripts.iter().map(|cs| cs.iter().find(|c| c.1 == best).or(cs.first()).map(|c| c.0)).collect()
}

/// Puts the words of a whole name into slots: given first, family last, the chain between.
fn slots(mut words: Vec<String>) -> [String; SLOTS] {
    let mut out: [String; SLOTS] = Default::default();
    if words.len() > 1 {
        out[SLOTS - 1] = words.pop().unwrap_or_default();
    }
    for (slot, word) in out.iter_mut().take(SLOTS - 1).zip(words) {
        *slot = word;
    }
    out
}

/// The name slots of every row of a list that has a column for each part of a name.
fn joined(t: &Table, r: &Columns, tokens: &mut Dictionary) -> [Vec<u32>; SLOTS] {
    let columns = SLOT_ROLES.map(|role| first(r, role));
    let mut seen = Dictionary::default();
    let mut read: Vec<[u32; SLOTS]> = vec![[0; SLOTS]];
    let mut out: [Vec<u32>; SLOTS] = std::array::from_fn(|_| Vec::with_capacity(t.rows()));
    for row in 0..t.rows() {
        let cells = columns.map(|c| c.map_or("", |c| t.columns[c].values.get(t.columns[c].codes[row])));
        let code = seen.code(&cells.join("\u{1f}"));
        if code as usize == read.len() {
            let words = slots(Named::parts(cells).into_words());
            read.push(words.map(|w| tokens.code(&w)));
        }
        out.iter_mut().zip(read[code as usize]).for_each(|(out, word)| out.push(word));
    }
    out
}

/// The distinct whole names of each list, given names first as far as the order is known.
fn whole_names(
    tables: &[Table],
    roles: &[Columns],
    whole: &[Option<usize>],
    order: &mut NameOrder,
) -> Vec<Vec<Named>> {
    let mut out = Vec::with_capacity(tables.len());
    for ((t, r), whole) in tables.iter().zip(roles).zip(whole) {
        let Some(c) = whole.filter(|_| !in_parts(r)) else {
            out.push(Vec::new());
            continue;
        };
        let cells = &t.columns[c].values;
        let looked_at = 1..cells.len().min(2000) as u32;
        let enough = looked_at.len() as i32 / 20;
        let mirrored: i32 = looked_at.map(|n| cairn_names::mirrored_score(cells.get(n)).signum()).sum();
        let parted = parted(cells);
        let mut read = cells.map(|cell| {
            if mirrored > enough {
                Named::plain(&cairn_names::unmirror(cell))
            } else {
                Named::read(cell, parted)
            }
        });
        order.align(&mut read);
        out.push(read);
    }
    out
}

fn in_parts(columns: &Columns) -> bool {
    first(columns, Role::Given).is_some() || first(columns, Role::Family).is_some()
}

/// Names of a list that has columns for given names and families: enough to learn from.
fn some_in_parts(t: &Table, r: &Columns) -> Vec<Named> {
    let (Some(given), Some(family)) = (first(r, Role::Given), first(r, Role::Family)) else {
        return Vec::new();
    };
    let cell = |c: usize, row: usize| t.columns[c].values.get(t.columns[c].codes[row]);
    (0..t.rows().min(2000)).map(|row| Named::parts([cell(given, row), "", "", cell(family, row)])).collect()
}

fn names(tables: &[Table], roles: &[Columns], asked: &[String], plan: &mut Plan, values: &mut Values) {
    let mut tokens = Dictionary::default();
    let mut coded: Vec<Vec<Option<Source>>> = (0..SLOTS).map(|_| Vec::new()).collect();
    let whole = name_columns(tables, roles);
    let mut order = NameOrder::default();
    for (t, r) in tables.iter().zip(roles) {
        if let (Some(given), Some(family)) = (first(r, Role::Given), first(r, Role::Family)) {
            // A row's first given name, and each row's family: what stands often must weigh more.
            let column = |c: usize, end: fn(Vec<String>) -> Option<String>| -> Vec<String> {
                let column = &t.columns[c];
                let read = column.values.map(|cell| end(words(cell)).unwrap_or_default());
                column.codes.iter().map(|code| read[*code as usize].clone()).collect()
            };
            order.know(
                &column(given, |words| words.into_iter().next()),
                &column(family, |words| words.into_iter().next()),
            );
        }
    }
    let any_whole = roles.iter().zip(&whole).any(|(r, whole)| whole.is_some() && !in_parts(r));
    let mut read = whole_names(tables, roles, &whole, &mut order);
    let parted: Vec<Vec<Named>> = tables.iter().zip(roles).map(|(t, r)| some_in_parts(t, r)).collect();
    part_families(&mut read, &parted);
    for (((t, r), whole), read) in tables.iter().zip(roles).zip(whole).zip(read) {
        let parts = in_parts(r);
        if parts && any_whole {
            // Beside a list of whole names: taken apart like those, word by word.
            for (sources, codes) in coded.iter_mut().zip(joined(t, r, &mut tokens)) {
                sources.push(Some(Source { column: BY_ROW, codes }));
            }
        } else if let (false, Some(c)) = (parts, whole) {
            let read: Vec<[String; SLOTS]> = read.into_iter().map(|n| slots(n.into_words())).collect();
            let codes: Vec<[u32; SLOTS]> =
                read.iter().map(|w| std::array::from_fn(|s| tokens.code(&w[s]))).collect();
            for (slot, sources) in coded.iter_mut().enumerate() {
                sources.push(Some(Source { column: c, codes: codes.iter().map(|w| w[slot]).collect() }));
            }
        } else {
            for (sources, role) in coded.iter_mut().zip(SLOT_ROLES) {
                sources.push(first(r, role).map(|c| {
                    let read = t.columns[c].values.map(|cell| words(cell).concat());
                    Source { column: c, codes: read.iter().map(|w| tokens.code(w)).collect() }
                }));
            }
        }
    }
    let (compared, heard): (Vec<Token>, Vec<String>) = tokens.map(Token::heard).into_iter().unzip();
    let mut skeletons = Dictionary::default();
    let skeleton: Vec<u32> = heard
        .iter()
        .enumerate()
        .map(|(i, s)| match (i, s.is_empty()) {
            (0, _) => 0,
            // A word without a sound (digits, an unknown script) is its own skeleton.
            (i, true) => skeletons.code(&format!("?{}", tokens.get(i as u32))),
            (_, false) => skeletons.code(s),
        })
        .collect();
    let beginning: Vec<u32> = heard.iter().map(|s| begin(s)).collect();
    values.tokens = compared;
    for (slot, sources) in coded.into_iter().enumerate() {
        let used = sources.iter().flatten().any(|s| s.codes.iter().any(|c| *c != 0));
        if !used {
            continue;
        }
        let derived = |table: &[u32]| -> Vec<Option<Source>> {
            let of = |s: &Source| Source {
                column: s.column,
                codes: s.codes.iter().map(|c| table[*c as usize]).collect(),
            };
            sources.iter().map(|s| s.as_ref().map(of)).collect()
        };
        let field = plan.fields.len();
        let label = SLOT_NAMES[slot];
        let (by_skeleton, by_beginning) = (derived(&skeleton), derived(&beginning));
        let mut beginnings: Vec<usize> =
            asked.iter().filter_map(|a| first_letters(a)).filter(|a| a.1 == label).map(|a| a.0).collect();
        beginnings.sort_unstable();
        beginnings.dedup();
        let begun: Vec<(usize, Vec<Option<Source>>)> = beginnings
            .into_iter()
            .map(|n| {
                let first = |w: &str| w.char_indices().nth(n).map_or(w.len(), |(end, _)| end);
                let mut seen = Dictionary::default();
                let codes: Vec<u32> = (0..tokens.len() as u32)
                    .map(|t| tokens.get(t))
                    .map(|w| seen.code(&w[..first(w)]))
                    .collect();
                (n, derived(&codes))
            })
            .collect();
        let exact = plan.column(label, field, sources);
        let skeleton = plan.column(&format!("sounds of {label}"), field, by_skeleton);
        if slot == 0 || slot == SLOTS - 1 {
            plan.column(&format!("first sounds of {label}"), field, by_beginning);
        }
        for (n, sources) in begun {
            plan.column(&format!("first {n} letters of {label}"), field, sources);
        }
        plan.fields.push(Field { name: label.to_owned(), kind: FieldKind::Name { slot, exact, skeleton } });
        values.slots[slot] = exact;
    }
}

/// The first two sounds as a number; 0 for a name of fewer.
fn begin(skeleton: &str) -> u32 {
    match skeleton.as_bytes() {
        [a, b, ..] => u32::from(*a) << 8 | u32::from(*b),
        _ => 0,
    }
}

fn dates(tables: &[Table], roles: &[Columns], plan: &mut Plan, values: &mut Values) {
    let read = |role: Role, out: &mut Vec<(Written, Option<i32>)>| -> Vec<Option<Source>> {
        let mut seen = Dictionary::default();
        out.push((Written::default(), None));
        let mut sources = Vec::new();
        for (t, r) in tables.iter().zip(roles) {
            let Some(c) = first(r, role) else {
                sources.push(None);
                continue;
            };
            let cells = &t.columns[c].values;
            let order = guess_order((1..cells.len().min(5000) as u32).map(|n| cells.get(n)));
            let codes = cells
                .map(|cell| Written::read(cell, order))
                .into_iter()
                .map(|w| {
                    let Some(w) = w else { return 0 };
                    let code = seen.code(&format!("{}-{}-{}", w.year, w.month, w.day));
                    if code as usize == out.len() {
                        out.push((w, w.days()));
                    }
                    code
                })
                .collect();
            sources.push(Some(Source { column: c, codes }));
        }
        sources
    };
    let recode = |sources: &[Option<Source>], f: &dyn Fn(u32) -> u32| -> Vec<Option<Source>> {
        let of = |s: &Source| Source { column: s.column, codes: s.codes.iter().map(|c| f(*c)).collect() };
        sources.iter().map(|s| s.as_ref().map(of)).collect()
    };
    let born = read(Role::Birth, &mut values.births);
    let died = read(Role::Death, &mut values.deaths);
    let age: Vec<Option<Source>> = tables
        .iter()
        .zip(roles)
        .map(|(t, r)| {
            first(r, Role::Age).map(|c| Source {
                column: c,
                codes: t.columns[c].values.map(|cell| read_age(cell).map_or(0, |y| u32::from(y) + 1)),
            })
        })
        .collect();
    if born.iter().chain(&age).any(Option::is_some) {
        let field = plan.fields.len();
        let births = &values.births;
        let years = recode(&born, &|c| u32::from(births[c as usize].0.year));
        let date = plan.column("birth date", field, born);
        plan.column("birth year", field, years);
        let age = plan.column("age", field, age);
        plan.fields.push(Field { name: "birth".to_owned(), kind: FieldKind::Born { date, age } });
    }
    if died.iter().any(Option::is_some) {
        let field = plan.fields.len();
        let deaths = &values.deaths;
        let months = recode(&died, &|c| {
            let w = deaths[c as usize].0;
            u32::from(w.year) * 16 + u32::from(w.month)
        });
        let code = plan.column("date of death", field, died);
        plan.column("month of death", field, months);
        plan.fields.push(Field { name: "date of death".to_owned(), kind: FieldKind::Death { code } });
    }
}

fn sex(tables: &[Table], roles: &[Columns], plan: &mut Plan) {
    let sources: Vec<Option<Source>> = tables
        .iter()
        .zip(roles)
        .map(|(t, r)| {
            first(r, Role::Sex).map(|c| Source { column: c, codes: t.columns[c].values.map(read_sex) })
        })
        .collect();
    if sources.iter().any(Option::is_some) {
        let code = plan.column("sex", plan.fields.len(), sources);
        plan.fields.push(Field { name: "sex".to_owned(), kind: FieldKind::Sex { code } });
    }
}

/// Codes one source column of each table by folded text.
fn by_text(tables: &[Table], columns: &[Option<usize>]) -> (Vec<Option<Source>>, Vec<Text>) {
    let mut seen = Dictionary::default();
    let sources = tables
        .iter()
        .zip(columns)
        .map(|(t, c)| {
            c.map(|c| {
                let folded = t.columns[c].values.map(cairn_fold::fold);
                Source { column: c, codes: folded.iter().map(|s| seen.code(s.trim())).collect() }
            })
        })
        .collect();
    (sources, seen.map(Text::new))
}

fn places(tables: &[Table], roles: &[Columns], plan: &mut Plan) {
    let pick = |role: Role| -> Vec<Option<usize>> { roles.iter().map(|r| first(r, role)).collect() };
    let (fine, coarse) = (pick(Role::Place), pick(Role::Area));
    let (has_fine, has_coarse) = (fine.iter().any(Option::is_some), coarse.iter().any(Option::is_some));
    let main = if has_fine { &fine } else { &coarse };
    if main.iter().flatten().count() < 1 + usize::from(tables.len() > 1) {
        return;
    }
    let field = plan.fields.len();
    let (sources, texts) = by_text(tables, main);
    let code = plan.column("place", field, sources);
    let area = if has_fine && has_coarse {
        let (sources, _) = by_text(tables, &coarse);
        plan.column("area", field, sources)
    } else {
        code
    };
    plan.fields.push(Field { name: "place".to_owned(), kind: FieldKind::Place { code, area, texts } });
}

/// Counts and points of incidents.
fn measures(tables: &[Table], roles: &[Columns], plan: &mut Plan) {
    let needed = if tables.len() > 1 { 2 } else { 1 };
    for (label, sourced) in counts(tables, roles) {
        if sourced.iter().flatten().count() < needed || !plan.room(2) {
            continue;
        }
        let sources =
            sourced.into_iter().map(|s| s.map(|(column, codes)| Source { column, codes })).collect();
        let code = plan.column(&label, plan.fields.len(), sources);
        plan.fields.push(Field { name: label, kind: FieldKind::Count { code } });
    }
    if let Some(found) = points(tables, roles)
        && plan.room(3)
    {
        let field = plan.fields.len();
        let pick = |which: fn(&(u32, u32)) -> u32| -> Vec<Option<Source>> {
            let of =
                |rows: &Vec<(u32, u32)>| Source { column: BY_ROW, codes: rows.iter().map(which).collect() };
            found.rows.iter().map(|r| r.as_ref().map(of)).collect()
        };
        let code = plan.column("point", field, pick(|r| r.0));
        plan.column("square of the map", field, pick(|r| r.1));
        plan.fields.push(Field { name: "point".to_owned(), kind: FieldKind::Point { code, at: found.at } });
    }
}

fn texts(tables: &[Table], roles: &[Columns], plan: &mut Plan) {
    let header = |s: &str| cairn_fold::fold(s).replace(['_', '-', '.'], " ");
    let mut wanted: Vec<(String, Vec<Option<usize>>)> = Vec::new();
    for (i, (t, r)) in tables.iter().zip(roles).enumerate() {
        let extra_place = r.with(Role::Place).skip(1);
        let extra_area = r.with(Role::Area).skip(1);
        for c in r.with(Role::Number).chain(r.with(Role::Text)).chain(extra_place).chain(extra_area) {
            let h = header(&t.columns[c].name);
            match wanted.iter_mut().find(|w| w.0 == h) {
                Some(w) => w.1[i] = Some(c),
                None => {
                    let mut columns = vec![None; tables.len()];
                    columns[i] = Some(c);
                    wanted.push((h, columns));
                }
            }
        }
    }
    let needed = if tables.len() > 1 { 2 } else { 1 };
    for (label, columns) in wanted {
        if columns.iter().flatten().count() < needed || !plan.room(2) {
            continue;
        }
        let field = plan.fields.len();
        let (sources, texts) = by_text(tables, &columns);
        let code = plan.column(&label, field, sources);
        plan.fields.push(Field { name: label, kind: FieldKind::Text { code, texts } });
    }
}

/// The list of every row: the table, or table and value of its list column.
fn lists(tables: &[Table], roles: &[Columns]) -> (Vec<Vec<u16>>, Vec<String>) {
    let mut names: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for (t, r) in tables.iter().zip(roles) {
        let base = names.len() as u16;
        match first(r, Role::List).filter(|c| t.columns[*c].values.len() <= 1000) {
            Some(c) => {
                let cells = &t.columns[c].values;
                let mut known: Vec<u32> = (0..cells.len() as u32).collect();
                known.sort_by_key(|n| cells.get(*n).to_owned());
                let mut number = vec![base; cells.len()];
                for (i, n) in known.iter().enumerate() {
                    number[*n as usize] = base + i as u16;
                    names.push(format!("{}:{}", t.name, cells.get(*n)));
                }
                out.push(t.columns[c].codes.iter().map(|n| number[*n as usize]).collect());
            }
            None => {
                names.push(t.name.clone());
                out.push(vec![base; t.rows()]);
            }
        }
    }
    (out, names)
}

fn assemble(
    tables: &[Table],
    plan: Plan,
    values: Values,
    lists: Vec<Vec<u16>>,
    list_names: Vec<String>,
) -> Records {
    let Plan { mut columns, fields, sources } = plan;
    let skeletons: Vec<usize> = fields
        .iter()
        .filter_map(|f| if let FieldKind::Name { skeleton, .. } = f.kind { Some(skeleton) } else { None })
        .collect();
    let bag = (skeletons.len() >= 2 && columns.len() < MAX_COLUMNS).then(|| {
        columns.push(Coded { label: "all name words in any order".to_owned(), field: usize::MAX });
        columns.len() - 1
    });
    let width = WIDTHS.into_iter().find(|w| *w >= columns.len()).unwrap_or(MAX_COLUMNS);
    let origin = canonical(tables);
    let mut cells = vec![0u32; origin.len() * width];
    let age_now = fields
        .iter()
        .find_map(|f| if let FieldKind::Born { date, age } = f.kind { Some((date, age)) } else { None });
    let death =
        fields.iter().find_map(|f| if let FieldKind::Death { code } = f.kind { Some(code) } else { None });
    let places = destinations(tables, &origin);
    let mut places = &places[..];
    for (t, table) in tables.iter().enumerate() {
        let fill = |(r, row): (usize, &mut [u32])| {
            for (cell, source) in row.iter_mut().zip(&sources) {
                let Some(s) = &source[t] else { continue };
                let at = match s.column {
                    BY_ROW => r,
                    column => table.columns[column].codes[r] as usize,
                };
                *cell = s.codes[at];
            }
            if let Some(bag) = bag {
                let mut words = [0; SLOTS];
                words.iter_mut().zip(&skeletons).for_each(|(word, s)| *word = row[*s]);
                words.sort_unstable();
                let said = &words[words.partition_point(|w| *w == 0)..];
                if said.len() >= 2 {
                    let h = said.iter().fold(0u64, |h, w| mix(h ^ u64::from(*w)));
                    row[bag] = (h as u32).max(1);
                }
            }
        };
        let mine;
        (mine, places) = places.split_at(table.rows());
        settle(&mut cells, width, mine, fill);
    }
    let mut records = Records {
        width,
        cells,
        lists: origin.par_iter().map(|(t, r)| lists[usize::from(*t)][*r as usize]).collect(),
        origin,
        columns,
        fields,
        values,
        list_names,
    };
    if let Some((date, age)) = age_now {
        fill_ages(&mut records, date, age, death);
    }
    records
}
