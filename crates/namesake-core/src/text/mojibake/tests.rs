//! What is decoded, and above all what is not.

use proptest::prelude::*;

use super::*;

/// UTF-8 read as Windows-1252, undefined bytes kept as control characters.
fn damaged(text: &str) -> String {
    let char_of = |byte: u8| match byte {
        0x80..=0x9F => Some(WINDOWS_1252[usize::from(byte - 0x80)]).filter(|c| *c != '\0').unwrap_or(char::from(byte)),
        _ => char::from(byte),
    };
    text.bytes().map(char_of).collect()
}

fn repaired(text: &str) -> String {
    decode(text).unwrap_or_else(|| text.to_owned())
}

/// What the lossy repairs of `text` would put, by what is there.
fn guesses(text: &str) -> Vec<(&str, String)> {
    let lossy = repairs(text).into_iter().filter(|repair| repair.sure != Sureness::Exact);
    lossy.map(|repair| (repair.span.of(text), repair.text)).collect()
}

#[test]
fn marks_letters_and_emoji_come_back() {
    for (bad, good) in [
        ("ðŸ“… 2025-01-01", "📅 2025-01-01"),
        ("âœ…", "✅"),
        ("ðŸ”¼ðŸ”½ðŸ”ºðŸ›«ðŸ†”", "🔼🔽🔺🛫🆔"),
        ("â†’ â€™ â€” â€¦ âž• â›” â„¢ Ã¥ Ã…", "→ ’ — … ➕ ⛔ ™ å Å"),
        ("â\u{8f}«", "⏫"),
        ("JÃ¼rgen", "Jürgen"),
        ("KÃ–LN, MALMÃ–, ESPAÃ‘A", "KÖLN, MALMÖ, ESPAÑA"),
        ("voilÃ\u{a0}, 5Â\u{a0}â‚¬", "voilà, 5\u{a0}€"),
        ("Nguyá»…n", "Nguyễn"),
        ("æ—¥æœ¬èªž", "日本語"),
        ("ðŸ‘©â€\u{8d}ðŸ’»", "👩\u{200d}💻"),
    ] {
        assert_eq!(decode(bad).as_deref(), Some(good));
    }
}

#[test]
fn text_damaged_twice_comes_back_too() {
    assert_eq!(decode("JÃƒÂ¼rgen").as_deref(), Some("Jürgen"));
    assert_eq!(decode(&damaged(&damaged("“Łódź” 📅"))).as_deref(), Some("“Łódź” 📅"));
}

#[test]
fn a_repair_names_the_bytes_it_replaces() {
    let text = "a\nfor JÃ¼rgen ðŸ“…ðŸ”¼\r\n";
    let found: Vec<_> = repairs(text).into_iter().map(|repair| (repair.span.of(text), repair.text)).collect();
    assert_eq!(found, [("Ã¼", "ü".to_owned()), ("ðŸ“…ðŸ”¼", "📅🔼".to_owned())]);
}

#[test]
fn other_two_byte_letters_need_a_sure_one_in_their_line() {
    assert_eq!(decode("Å‚Ã³dÅº").as_deref(), Some("łódź"));
    assert_eq!(decode("Å¡koda"), None);
    assert_eq!(decode("Å¡koda\nJÃ¼rgen").as_deref(), Some("Å¡koda\nJürgen"));
    assert_eq!(decode("„Spaß“ ðŸ“…").as_deref(), Some("„Spaß“ 📅"));
}

#[test]
fn legitimate_text_is_never_touched() {
    for text in [
        "„Spaß“",
        "„Ä“ und „Ö“, „Menü“",
        "SÃO PAULO",
        "Île–de–France",
        "Ã la carte",
        "Jürgen",
        "“¿Qué…”",
        "Café…” sagte er",
        "« Café\u{a0}» et « voilà\u{a0}»",
        "«está»… y «olá»",
        "“AMANHÔ, « IRMÃ\u{a0}»",
        "„orð“…",
        "irmã…” e manhã”",
        "naïve “façade”—così",
        "2³ â 5",
        "Straße – „Größe“",
        "ÐÑ",
        "50\u{a0}€ • à 20\u{a0}°C",
        "📅 ⏫ 日本語 “ok”",
    ] {
        assert_eq!(repairs(text), [], "{text}");
    }
}

#[test]
fn incomplete_sequences_and_useless_results_stay() {
    for text in ["ðŸ“ x", "â€ x", "Â\u{85}", "ï¿½", "ï»¿", "Ã", "ðŸ", "â€¨", "â€®"] {
        assert_eq!(decode(text), None, "{text}");
    }
    assert_eq!(decode("â€œHiâ€").as_deref(), Some("“Hiâ€"));
}

#[test]
fn a_lost_byte_is_guessed_only_where_a_task_would_have_the_emoji() {
    assert_eq!(guesses("- [ ] call â«"), [("â«", "⏫".to_owned())]);
    assert_eq!(guesses("> 1. [x] call â\u{ad}\r\n"), [("â\u{ad}", "⭐".to_owned())]);
    // The due date beside it was mended before; the guess is still on offer.
    assert_eq!(guesses("- [ ] call â« 📅 2025-01-01"), [("â«", "⏫".to_owned())]);
    assert_eq!(guesses("due â³ 2025-01-01"), [("â³", "⏳".to_owned())]);
    assert_eq!(guesses("prio â« high ðŸ“… 2025-01-01"), [("â«", "⏫".to_owned())]);
    assert_eq!(decode("prio â« high ðŸ“… 2025-01-01").as_deref(), Some("prio â« high 📅 2025-01-01"));
    assert_eq!(guesses("â¬ âŒ âœ…"), [("â¬", "⏬".to_owned()), ("âŒ", "❌".to_owned())]);
    for text in ["call â«", "- [ ] â« call", "- [ ] call â«x", "- call â«", "[ ] call â«", "â³ 2025-1-1"] {
        assert_eq!(guesses(text), [], "{text}");
    }
}

proptest! {
    #[test]
    fn damaged_text_comes_back(text in "[a-zA-Z .,äöüßéèçñøåÅÄÖ0-9“”’–—…€™→✅📅🔼🔽🔺⏫⏳🛫➕👍]{0,30}") {
        // The emoji is the sure sequence that the doubtful ones need.
        let text = format!("📅 {text}");
        // Damage by itself: letters and marks that happen to make a sequence.
        prop_assume!(decode(&text).is_none());
        prop_assert_eq!(repaired(&damaged(&text)), text.clone());
        prop_assert_eq!(repaired(&damaged(&damaged(&text))), text);
    }

    #[test]
    fn repaired_text_has_no_further_exact_repair(text in "[ÂÃÅÐâãéðï€‚ƒ„…†‡ŒŽ“”™šœžŸ\u{80}-\u{bf} aA\n]{0,24}") {
        prop_assert_eq!(decode(&repaired(&text)), None);
    }

    #[test]
    fn repairs_of_any_text_are_in_order_and_keep_lines(text in any::<String>()) {
        let mut done = 0;
        for repair in repairs(&text) {
            prop_assert!(repair.span.start >= done && !repair.span.of(&text).contains('\n'));
            prop_assert!(!repair.text.chars().any(char::is_control));
            done = repair.span.end;
        }
    }
}

#[test]
fn a_name_that_lost_a_byte_is_known_for_damaged() {
    assert!(has_remnant("Ãñigo Arrate") && has_remnant("Ãngel"));
    for sound in ["SÃO PAULO", "Íñigo Arrate", "Ângela", "IRMÃ Ana"] {
        assert!(!has_remnant(sound), "{sound}");
    }
}
