//! The Humanitarian Exchange Language: hashtags with attributes above the columns of a table.
//!
//! A code is either said by the column itself (`#affected+killed`, or `+f` added to another column's hashtag) or it
//! is a value under a column that names the list (`#event+type+v_acled_event` above `armed_clash`).

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use cairn_model::vocab::{self, Code, Equivalent, Vocabulary};
use thiserror::Error;

/// A hashtag with attributes, or attributes that refine another column's hashtag. Their order means nothing and they
/// print sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    hashtag: Option<String>,
    attributes: BTreeSet<String>,
}

/// What is no hashtag.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HxlError {
    /// Neither a hashtag nor an attribute at the start.
    #[error("\"{0}\": a hashtag begins with #, an attribute with +")]
    Start(String),
    /// A letter that the standard does not allow.
    #[error("\"{0}\": \"{1}\" is no name; a name is a letter, then letters, digits and _")]
    Name(String, String),
}

impl Tag {
    /// The hashtag without its sign, where there is one.
    #[must_use]
    pub fn hashtag(&self) -> Option<&str> {
        self.hashtag.as_deref()
    }

    /// The attributes without their signs.
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.iter().map(String::as_str)
    }

    /// The same with one attribute more.
    #[must_use]
    pub fn with(mut self, attribute: &str) -> Self {
        self.attributes.insert(attribute.to_owned());
        self
    }

    fn join(&mut self, other: &Self) {
        if self.hashtag.is_none() {
            self.hashtag.clone_from(&other.hashtag);
        }
        self.attributes.extend(other.attributes.iter().cloned());
    }

    fn within(&self, other: &Self) -> bool {
        (self.hashtag.is_none() || self.hashtag == other.hashtag)
            && self.attributes.is_subset(&other.attributes)
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(hashtag) = &self.hashtag {
            write!(f, "#{hashtag}")?;
        }
        self.attributes.iter().try_for_each(|a| write!(f, "+{a}"))
    }
}

impl FromStr for Tag {
    type Err = HxlError;

    /// Spaces between the parts and capitals are allowed in what others write.
    fn from_str(text: &str) -> Result<Self, HxlError> {
        let whole = text.trim().to_ascii_lowercase();
        let mut parts = whole.split('+').map(str::trim);
        let first = parts.next().unwrap_or_default();
        let hashtag = match first.strip_prefix('#') {
            Some(name) => Some(name.trim()),
            None if first.is_empty() && whole.starts_with('+') => None,
            None => return Err(HxlError::Start(text.to_owned())),
        };
        let name = |part: &str| {
            let mut letters = part.chars();
            let starts = letters.next().is_some_and(|c| c.is_ascii_lowercase());
            if starts && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
                Ok(part.to_owned())
            } else {
                Err(HxlError::Name(text.to_owned(), part.to_owned()))
            }
        };
        Ok(Self {
            hashtag: hashtag.map(name).transpose()?,
            attributes: parts.map(name).collect::<Result<_, _>>()?,
        })
    }
}

/// Where a code stands in a table with hashtags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The column says it.
    Column(Tag),
    /// The column names the list, the cell the code.
    Cell {
        /// Hashtag of the column.
        column: Tag,
        /// What the cell holds.
        value: String,
    },
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Column(tag) => tag.fmt(f),
            Self::Cell { column, value } => write!(f, "{column} = {value}"),
        }
    }
}

/// How a code is said; none when its list says that HXL has nothing for it.
pub fn of(list: &Vocabulary, code: &Code) -> Result<Option<Said>, HxlError> {
    match (&code.hxl, &list.hxl) {
        (Some(own), _) => own.text().map(|t| t.parse().map(Said::Column)).transpose(),
        (None, Some(Equivalent::As(column))) => {
            Ok(Some(Said::Cell { column: column.parse()?, value: code.code.clone() }))
        }
        (None, _) => Ok(None),
    }
}

/// The code of `list` that is said so; none when no code of the list is.
pub fn read<'a>(list: &'a Vocabulary, said: &Said) -> Result<Option<&'a Code>, HxlError> {
    match said {
        Said::Cell { column, value } => match list.hxl.as_ref().and_then(Equivalent::text) {
            Some(own) if own.parse::<Tag>()? == *column => Ok(list.get(value).filter(|c| c.hxl.is_none())),
            _ => Ok(None),
        },
        Said::Column(tag) => {
            let mut exact = None;
            for code in list.codes.iter().filter(|c| c.hxl_returns.is_none()) {
                if of(list, code)? == Some(Said::Column(tag.clone())) {
                    exact = Some(code);
                }
            }
            Ok(exact)
        }
    }
}

/// Which end of a range a column holds. HXL has no attribute for it; `+min` and `+max` are used in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// The lowest.
    Low,
    /// The highest.
    High,
}

impl Bound {
    /// The attribute.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Low => "min",
            Self::High => "max",
        }
    }
}

/// What a column of numbers counts: codes of the vocabularies, each or none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Of `metric`.
    pub metric: Option<String>,
    /// Of `sex`.
    pub sex: Option<String>,
    /// Of `age_group`.
    pub age_group: Option<String>,
    /// Of `civilian_status`.
    pub civilian_status: Option<String>,
    /// Of `scope`.
    pub scope: Option<String>,
    /// Of `component`.
    pub component: Option<String>,
    /// Of `unit`.
    pub unit: Option<String>,
    /// Which end of the range.
    pub bound: Option<Bound>,
}

impl Column {
    fn parts(&self) -> [(&'static str, &Option<String>); 7] {
        [
            ("metric", &self.metric),
            ("sex", &self.sex),
            ("age_group", &self.age_group),
            ("civilian_status", &self.civilian_status),
            ("scope", &self.scope),
            ("component", &self.component),
            ("unit", &self.unit),
        ]
    }

    fn part(&mut self, list: &str) -> Option<&mut Option<String>> {
        Some(match list {
            "metric" => &mut self.metric,
            "sex" => &mut self.sex,
            "age_group" => &mut self.age_group,
            "civilian_status" => &mut self.civilian_status,
            "scope" => &mut self.scope,
            "component" => &mut self.component,
            "unit" => &mut self.unit,
            _ => return None,
        })
    }

    /// The hashtag above such a column. Codes that are on no list are left out.
    pub fn tag(&self) -> Result<Tag, HxlError> {
        let mut tag = Tag::default();
        for (name, code) in self.parts() {
            let Some(list) = vocab::get(name) else { continue };
            let Some(code) = code.as_deref().and_then(|c| list.get(c)) else { continue };
            if let Some(Said::Column(part)) = of(list, code)? {
                tag.join(&part);
            }
        }
        if let Some(bound) = self.bound {
            tag = tag.with(bound.attribute());
        }
        Ok(tag)
    }

    /// What a hashtag says, and the attributes that say nothing here.
    pub fn read(tag: &Tag) -> Result<(Self, Vec<String>), HxlError> {
        let mut column = Self::default();
        let mut rest = tag.clone();
        for (name, _) in Self::default().parts() {
            let Some(list) = vocab::get(name) else { continue };
            let mut best: Option<(&Code, Tag)> = None;
            for code in &list.codes {
                let Some(Said::Column(said)) = of(list, code)? else { continue };
                let longer = best.as_ref().is_none_or(|(_, b)| said.attributes.len() > b.attributes.len());
                if said.within(&rest) && longer {
                    best = Some((code, said));
                }
            }
            if let (Some((code, said)), Some(part)) = (best, column.part(name)) {
                rest.attributes = rest.attributes.difference(&said.attributes).cloned().collect();
                *part = Some(code.code.clone());
            }
        }
        for bound in [Bound::Low, Bound::High] {
            if rest.attributes.remove(bound.attribute()) {
                column.bound = Some(bound);
            }
        }
        Ok((column, rest.attributes.into_iter().collect()))
    }
}
