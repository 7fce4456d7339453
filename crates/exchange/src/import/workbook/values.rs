//! Cell values as people see them.

use calamine::{CellErrorType, Data, ExcelDateTime};

/// Whole numbers up to here are exact: spreadsheet programs keep 15 digits.
const EXACT: f64 = 1e15;

/// A value as text: days as `2025-05-01`, times as `18:30`, numbers without a needless decimal point. `percent`
/// says that the cell shows a percentage.
pub fn text_of(value: Data, percent: bool) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text,
        Data::Int(number) if percent => format!("{}%", number.saturating_mul(100)),
        Data::Int(number) => number.to_string(),
        Data::Float(number) if percent => format!("{}%", number_text(number * 100.0)),
        Data::Float(number) => number_text(number),
        Data::Bool(true) => "TRUE".into(),
        Data::Bool(false) => "FALSE".into(),
        Data::DateTime(time) if time.is_duration() => hours(time.as_f64()),
        Data::DateTime(time) => date_and_time(&time),
        Data::DateTimeIso(text) => iso_date(&text),
        Data::DurationIso(text) => iso_duration(&text).unwrap_or(text),
        Data::Error(CellErrorType::GettingData) => "#GETTING_DATA".into(),
        Data::Error(error) => error.to_string(),
    }
}

/// A number with the digits that spreadsheet programs keep. One so large that digits are lost is written in
/// their notation, so that it gets a note.
fn number_text(number: f64) -> String {
    if number.abs() < EXACT {
        // Readers expect 0.1 + 0.2 to be 0.3.
        let rounded = format!("{number:.14e}").parse().unwrap_or(number);
        return (rounded + 0.0).to_string();
    }
    if !number.is_finite() {
        return number.to_string();
    }
    let written = format!("{number:.14e}");
    let (digits, power) = written.split_once('e').unwrap_or((&written, "0"));
    format!("{}E+{power}", digits.trim_end_matches('0').trim_end_matches('.'))
}

/// A day, a time of day, or both.
fn date_and_time(time: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let seconds = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
    let seconds = (seconds + u32::from(milli >= 500)).min(86_399);
    let clock = clock(seconds.into());
    if (0.0..1.0).contains(&time.as_f64()) {
        return clock;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    if seconds == 0 { date } else { format!("{date} {clock}") }
}

/// A duration, given in days, in hours.
fn hours(days: f64) -> String {
    let seconds = (days.abs() * 86_400.0).round();
    let sign = if days < 0.0 { "-" } else { "" };
    format!("{sign}{}", clock(seconds as u64))
}

/// Hours and minutes, and seconds if there are any.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let clock = format!("{hours:02}:{minutes:02}");
    if seconds == 0 { clock } else { format!("{clock}:{seconds:02}") }
}

/// An ISO 8601 date, without a time of midnight.
fn iso_date(text: &str) -> String {
    let Some((date, time)) = text.split_once('T') else { return text.to_owned() };
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let time = if time.len() > 5 { time.strip_suffix(":00").unwrap_or(time) } else { time };
    if time == "00:00" { date.to_owned() } else { format!("{date} {time}") }
}

/// A duration of XML Schema (part 2, §3.2.6), as OpenDocument writes times: `PT18H30M00S`.
fn iso_duration(text: &str) -> Option<String> {
    let (sign, text) = text.strip_prefix('-').map_or(("", text), |rest| ("-", rest));
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0_u64;
    for (unit, length) in [('H', 3600), ('M', 60), ('S', 1)] {
        if let Some((number, behind)) = rest.split_once(unit) {
            let whole = number.split(['.', ',']).next().unwrap_or(number);
            seconds = seconds.checked_add(whole.parse::<u64>().ok()?.checked_mul(length)?)?;
            rest = behind;
        }
    }
    Some(format!("{sign}{}", clock(seconds)))
}

#[cfg(test)]
mod tests {
    use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

    use super::text_of;

    #[test]
    fn values_are_as_people_see_them() {
        let date =
            |value| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false));
        let duration =
            |value| Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::TimeDelta, false));
        for (value, text) in [
            (date(45_123.0), "2023-07-16"),
            (date(45_123.770_833_333_3), "2023-07-16 18:30"),
            (date(0.770_833_333_3), "18:30"),
            (duration(1.5), "36:00"),
            (Data::Float(3.0), "3"),
            (Data::Float(-0.0), "0"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(491_512_345_678.0), "491512345678"),
            (Data::Float(1.234e19), "1.234E+19"),
            (Data::Bool(true), "TRUE"),
            (Data::DateTimeIso("2025-05-01T00:00:00".into()), "2025-05-01"),
            (Data::DateTimeIso("2025-05-01T18:30:00".into()), "2025-05-01 18:30"),
            (Data::DurationIso("PT18H30M00S".into()), "18:30"),
        ] {
            assert_eq!(text_of(value, false), text);
        }
        assert_eq!(text_of(Data::Float(0.07), true), "7%");
    }
}
