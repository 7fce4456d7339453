//! Names of files that every system takes.

use solidarity_studio::file_name;

#[test]
fn a_name_has_the_words_of_the_title() {
    assert_eq!(file_name("Greetings to the Harbour Choir!"), "greetings-to-the-harbour-choir");
    assert_eq!(file_name("  24th Congress / PRP: 2026 "), "24th-congress-prp-2026");
    assert_eq!(file_name("جوقة الميناء"), "جوقة-الميناء");
}

#[test]
fn no_title_leads_out_of_a_folder_or_to_a_hidden_file() {
    for title in
        ["../../etc/passwd", ".hidden", "C:\\Windows", "a<b>c|d?e*f\"g", "end. ", "a\u{202e}b"]
    {
        let name = file_name(title);
        let is_safe = |letter: char| letter.is_alphanumeric() || letter == '-';
        assert!(
            name.chars().all(is_safe) && !name.starts_with('-') && !name.ends_with('-'),
            "{name}"
        );
    }
}

#[test]
fn what_no_name_can_be_made_of_is_called_messages() {
    for title in ["", "…", "///"] {
        assert_eq!(file_name(title), "messages");
    }
    for device in ["CON", "nul", "Com1", "LPT9"] {
        assert_eq!(file_name(device), [&device.to_lowercase(), "-messages"].concat());
    }
    assert_eq!(file_name("Company"), "company");
}

#[test]
fn a_name_fits_every_disk() {
    // Disks count bytes or UTF-16 units, up to 255 of them.
    for title in ["word ".repeat(100), "å".repeat(500), "団結".repeat(200)] {
        assert!((1..=250).contains(&file_name(&title).len()));
    }
}
