//! What spreadsheet programs leave instead of a text.

/// A mark that replaces a lost text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// An error: the program took the text for a formula.
    Error,
    /// Signs shown for a column that was too narrow.
    Narrow,
    /// A number in scientific notation: digits may be lost.
    Number,
}

/// The error values of Excel, Google Sheets and LibreOffice, in the languages that translate them.
const ERRORS: &[&str] = &[
    "#REF!",
    "#NAME?",
    "#ERROR!",
    "#VALUE!",
    "#N/A",
    "#DIV/0!",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#BUSY!",
    "#GETTING_DATA",
    "#EXTERNAL!",
    "#PYTHON!",
    "#TIMEOUT!",
    "#MACRO!",
    "#NULL?",
    "#LOADING...",
    "#LOADING!",
    // German
    "#BEZUG!",
    "#WERT!",
    "#ZAHL!",
    "#NV",
    "#ÜBERLAUF!",
    "#KALK!",
    "#FEHLER!",
    "#FELD!",
    // French
    "#NOM?",
    "#VALEUR!",
    "#NOMBRE!",
    "#NUL!",
    "#EPARS!",
    "#CHAMP!",
    "#PROPAGATION!",
    "#ERREUR!",
    // Spanish
    "#¿NOMBRE?",
    "#NOMBRE?",
    "#¡VALOR!",
    "#¡REF!",
    "#¡DIV/0!",
    "#¡NUM!",
    "#¡NULO!",
    "#¡DESBORDAMIENTO!",
    "#N/D",
    "#¡CALC!",
    "#¡CAMPO!",
    // Portuguese and Italian
    "#NOME?",
    "#VALOR!",
    "#NÚM!",
    "#NULO!",
    "#DESPEJAR!",
    "#ERRO!",
    "#VALORE!",
    "#RIF!",
    "#NULLO!",
    "#ESPANSIONE!",
    "#ERRORE!",
    // Dutch
    "#NAAM?",
    "#WAARDE!",
    "#VERW!",
    "#DEEL/0!",
    "#GETAL!",
    "#N/B",
    "#LEEG!",
    "#OVERLOOP!",
    "#FOUT!",
    // Swedish, Danish, Norwegian, Finnish
    "#NAMN?",
    "#VÄRDEFEL!",
    "#VÄRDE!",
    "#REFERENS!",
    "#DIVISION/0!",
    "#OGILTIGT!",
    "#SAKNAS!",
    "#SKÄRNING!",
    "#NAVN?",
    "#VÆRDI!",
    "#REFERENCE!",
    "#VERDI!",
    "#I/T",
    "#OVERLØB!",
    "#NIMI?",
    "#ARVO!",
    "#VIITTAUS!",
    "#JAKO/0!",
    "#LUKU!",
    "#PUUTTUU!",
    "#TYHJÄ!",
    // Polish, Czech, Hungarian, Turkish, Russian
    "#NAZWA?",
    "#ARG!",
    "#ADR!",
    "#DZIEL/0!",
    "#LICZBA!",
    "#ZERO!",
    "#NÁZEV?",
    "#HODNOTA!",
    "#ODKAZ!",
    "#DĚLENÍ_NULOU!",
    "#ČÍSLO!",
    "#NENÍ_K_DISPOZICI",
    "#NÉV?",
    "#ÉRTÉK!",
    "#HIV!",
    "#ZÉRÓOSZTÓ!",
    "#SZÁM!",
    "#HIÁNYZIK",
    "#AD?",
    "#DEĞER!",
    "#BAŞV!",
    "#SAYI/0!",
    "#SAYI!",
    "#YOK",
    "#BOŞ!",
    "#ИМЯ?",
    "#ЗНАЧ!",
    "#ССЫЛКА!",
    "#ДЕЛ/0!",
    "#ЧИСЛО!",
    "#Н/Д",
    "#ПУСТО!",
];

/// The kind of mark that a whole text is, if a spreadsheet program left one.
pub fn damaged(text: &str) -> Option<Damaged> {
    let text = text.trim();
    if ERRORS.contains(&text) || is_libreoffice(text) {
        return Some(Damaged::Error);
    }
    if text.len() > 2 && text.bytes().all(|byte| byte == b'#') {
        return Some(Damaged::Narrow);
    }
    is_scientific(text).then_some(Damaged::Number)
}

/// `Err:520` (LibreOffice Help, “Error codes in LibreOffice Calc”).
fn is_libreoffice(text: &str) -> bool {
    let (word, code) = text.split_once(':').unwrap_or_default();
    let word = matches!(word.trim_end(), "Err" | "Erreur" | "Fehler" | "Fout" | "Fel" | "Ошибка");
    word && code.trim_start().len() == 3 && code.trim_start().bytes().all(|b| b.is_ascii_digit())
}

/// `1.05E+11`, `4,9E+10`.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once("E+") else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.strip_prefix('-').unwrap_or(number);
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(part) && digits(power)
}
