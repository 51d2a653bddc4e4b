//! Tables of persons to typed rows, and one raw cell to one typed value.
//!
//! [`parse`] reads dates, ages and quantities as the field writes them. [`infer()`] finds what each column of a
//! table says, [`Mapping`] holds that as a file that people edit, [`RowReader`] turns rows into typed values, and
//! [`diff()`] tells two versions of a list apart. All of it is pure: values in, values out.

pub mod diff;
pub mod gazetteer;
pub mod infer;
pub mod mapping;
pub mod parse;
pub mod point;
pub mod reader;
mod role;
pub mod row;

pub use diff::{ListDiff, Versioned, compared_columns, diff, versioned};
pub use infer::{Profiler, infer};
pub use mapping::REMARKS;
pub use mapping::{ActFrom, Because, Column, MapError, Mapping, Rows};
pub use reader::RowReader;
pub use role::Role;
pub use row::{FLAGS, Flag, Row, RowError, Stated};
