//! How long ago something was, in the unit that people would choose.

/// A number of units of time in the past.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Ago {
    /// How many.
    pub count: u64,
    /// Of what.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days of 24 hours.
    Day,
    /// Months of 30 days.
    Month,
    /// Years of 365 days.
    Year,
}

impl Unit {
    /// Its name for `Intl.RelativeTimeFormat` (ECMA-402, SingularRelativeTimeUnit).
    pub fn name(self) -> &'static str {
        match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }
}

impl Ago {
    /// From one time to a later one, both in seconds. Less than a minute is zero seconds, so that the display
    /// need not keep counting; so is a time in the future.
    pub fn between(then: u64, now: u64) -> Ago {
        const UNITS: [(u64, Unit); 5] = [
            (365 * 24 * 60 * 60, Unit::Year),
            (30 * 24 * 60 * 60, Unit::Month),
            (24 * 60 * 60, Unit::Day),
            (60 * 60, Unit::Hour),
            (60, Unit::Minute),
        ];
        let seconds = now.saturating_sub(then);
        let unit = UNITS.iter().find(|(length, _)| seconds >= *length);
        unit.map_or(Ago { count: 0, unit: Unit::Second }, |&(length, unit)| Ago {
            count: seconds / length,
            unit,
        })
    }
}
