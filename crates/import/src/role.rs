//! What a column of a table can say.

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a column says. A column without a role stays verbatim: it is kept in the document and not read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[$doc])* $name,)*
        }

        impl Role {
            /// Every role, in the order of this list.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code in mapping files.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

roles! {
    /// The number of the row in the list: says nothing about the person.
    Row = "row",
    /// An identifier of the person.
    PersonId = "person_id",
    /// An identifier that rows of one incident share.
    IncidentId = "incident_id",
    /// A whole name.
    Name = "name",
    /// A given name.
    GivenName = "given_name",
    /// The father's name.
    FatherName = "father_name",
    /// The grandfather's name.
    GrandfatherName = "grandfather_name",
    /// A family name.
    FamilyName = "family_name",
    /// The mother's name, or the mother's family name.
    MotherName = "mother_name",
    /// A name by marriage, a nickname, an alias.
    OtherName = "other_name",
    /// The sex.
    Sex = "sex",
    /// The age, in years unless the cell says otherwise.
    Age = "age",
    /// The date of birth.
    BirthDate = "birth_date",
    /// The year of birth.
    BirthYear = "birth_year",
    /// Where the person was born.
    BirthPlace = "birth_place",
    /// Where the person lived.
    Residence = "residence",
    /// When it happened.
    Date = "date",
    /// The first day of it.
    StartDate = "start_date",
    /// The last day of it.
    EndDate = "end_date",
    /// The year of it, where the date stands in three columns.
    Year = "year",
    /// The month of it.
    Month = "month",
    /// The day of it.
    Day = "day",
    /// When it was reported or published: never the day it happened.
    ReportDate = "report_date",
    /// Where it happened.
    Place = "place",
    /// The country.
    Country = "country",
    /// The first level of admin areas.
    Admin1 = "admin1",
    /// The second level.
    Admin2 = "admin2",
    /// The third level.
    Admin3 = "admin3",
    /// A p-code or another code of the place.
    PlaceCode = "place_code",
    /// Degrees north.
    Latitude = "latitude",
    /// Degrees east.
    Longitude = "longitude",
    /// What was done: killed, detained and so on.
    Act = "act",
    /// Who says the row, or in which list it stood.
    Source = "source",
    /// Remarks.
    Notes = "notes",
    /// Kept verbatim and not read.
    Verbatim = "verbatim",
}

impl Role {
    /// The role with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|r| r.code() == code)
    }

    /// Whether the column holds a name or a part of one.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::GivenName
                | Self::FatherName
                | Self::GrandfatherName
                | Self::FamilyName
                | Self::MotherName
                | Self::OtherName
        )
    }

    /// Whether the column holds whole dates.
    #[must_use]
    pub const fn is_date(self) -> bool {
        matches!(self, Self::BirthDate | Self::Date | Self::StartDate | Self::EndDate | Self::ReportDate)
    }

    /// Whether the column places what happened.
    #[must_use]
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Place | Self::Country | Self::Admin1 | Self::Admin2 | Self::Admin3)
    }

    /// Whether a table may have several such columns.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        self.is_name()
            || matches!(
                self,
                Self::Place
                    | Self::BirthPlace
                    | Self::Residence
                    | Self::Notes
                    | Self::ReportDate
                    | Self::Verbatim
            )
    }
}
