//! What is decoded, and above all what is not.

use proptest::prelude::*;

use super::cell::WINDOWS_1252;
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

/// As programs do that drop the bytes Windows-1252 does not have.
fn dropped(text: &str) -> String {
    damaged(text).replace(|c: char| matches!(c, '\u{80}'..='\u{9f}'), "")
}

/// What the doubtful repairs of `text` would put, by what is there.
fn guesses(text: &str) -> Vec<(&str, String)> {
    let lossy = repairs(text).into_iter().filter(|repair| repair.sure != Sureness::Exact);
    lossy.map(|repair| (repair.span.of(text), repair.text)).collect()
}

/// `text` once a person has accepted every repair there is.
fn accepted(text: &str) -> String {
    let told = repairs(text).into_iter().filter(|repair| repair.sure != Sureness::Lost);
    apply(text, &told.map(|repair| Edit::replace(repair.span, repair.text)).collect::<Vec<_>>()).unwrap()
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

/// Emoji, letters and punctuation of ordinary notes, each alone.
const COMMON: &str = "📅 ✅ 🔼 🔽 🔺 🛫 🆔 ➕ ⛔ 🔁 🏁 🗓 💡 🎉 🚀 👍 👎 🙏 🔥 💬 📌 📎 📞 📧 🎯 📊 📈 📉 🧠 🤝 😀 😂 🙂 👀 💪 ⚡ ☕ ⭕ \
    → ← ↑ ↓ ⇒ ↔ ✓ ✔ ✗ ★ ☆ • … – — ‘ ’ “ „ ‚ « » ‹ › € £ ¥ ™ © ® ° ± × ÷ ½ ¼ § ¶ ≤ ≥ ≠ ≈ ∞ ∑ √ ■ ○ ◆ ▶ \
    ä ö ü ß Ä Ö Ü é è ê ë à â ç ñ ó ø å æ Å Ø Æ É Ç Ñ ã õ î ï ú ý þ ð";

#[test]
fn a_common_sign_comes_back_where_it_stands_alone() {
    for sign in COMMON.split_whitespace().filter(|sign| dropped(sign) == damaged(sign)) {
        assert_eq!(decode(&damaged(sign)).as_deref(), Some(sign), "{}", damaged(sign));
    }
}

/// Bytes 81, 8D, 8F, 90 and 9D are no characters in Windows-1252. Once they are dropped nothing certain is left.
#[test]
fn a_sign_that_lost_a_byte_is_never_certain() {
    for sign in ["⏫", "⏬", "⏳", "❌", "⭐", "📝", "📍", "🔍", "”", "Á", "Í", "А", "Н"] {
        assert_eq!(decode(&dropped(sign)), None, "{sign}");
    }
}

/// What people write, in quotation marks and before dashes above all.
const LEGITIMATE: &[&str] = &[
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
    // German, Dutch, Scandinavian.
    "„Ü“, „ß“ und „ẞ“",
    "GRÖẞE–MAẞ",
    "„Fuß“–„Maß“",
    "‚Spaß‘ – ‚Ä‘",
    "»Größe« und »Spaß«",
    "›süß‹",
    "Ærø–Ærøskøbing",
    "«Ål», «Ø» og «Å»",
    "”Å” är en ö",
    "”PÅ…”",
    "»BLÅ«",
    "Å–Ö",
    "“Één”…",
    "reünie’s",
    // Icelandic and Faroese.
    "„ÞAГ",
    "„ORГ…",
    "HÚÐ–OG–HÁR",
    "„Það“, „orð“ og „með“…",
    "„Í“ «Ð»",
    "MIГ–ÞAГ",
    "ð“…",
    // French.
    "« À l’été »",
    "«\u{a0}Â\u{a0}»",
    "la lettre «Â»",
    "« Â »",
    "l’âme…",
    "ENTRÉE\u{a0}:",
    "«â»…",
    "Â\u{a0}: un chapeau",
    "HÔTEL–CAFÉ",
    "“Île”…",
    "“Câ…”",
    "‘Ô’ «Ô»",
    "où…»",
    "L’Haÿ–les–Roses",
    "Noël…”",
    "maïs”…",
    // Portuguese.
    "“Ã”",
    "«Ã»",
    "‘Ã’…",
    "a letra “Ã”",
    "“a letra Ã”",
    "MANHÃ…",
    "AMANHÃ—FIM",
    "“MAÇÔ…",
    "IRMÃ² e IRMÔ",
    "ISLÃ»",
    "«CHÔ»",
    "AVÔ–AVÓ",
    "É HÁ “SÓ”",
    "não…”",
    "CORAÇÃO",
    "Ã, ã, Õ",
    // Spanish, Italian, Catalan.
    "¿Qué? «¡Olé!»",
    "ESPAÑA–PERÚ",
    "perché…»",
    "«È»…",
    "città’",
    "col·legi",
    "“Ñ”…",
    // Vietnamese.
    "ĐÃ “ĐÃ”…",
    "“MÔ",
    "Nguyễn Thị «Ánh»",
    "“CHÂU Â”",
    "Đà Nẵng–Huế",
    "‘Â’ và ‘Ê’",
    // Romanian, Polish, Turkish, Czech.
    "„Câ…”",
    "„România”…",
    "„Łódź”",
    "„być”…",
    "ĞÜŞ “İ”",
    "„Škoda“…",
    "Ň“…",
    // Other scripts, and what looks like bytes.
    "Привет…”",
    "«Ёлка»",
    "שלום–“",
    "Ελλάδα…»",
    "日本…”",
    "⟨Â²⟩ − ⟨Â⟩²",
    "Â² + B̂²",
    "naïf²",
    "ÿ…",
    "ÐŸ",
    "ÐŸÐ¸",
    "×–÷",
    "5 × 3…",
    "“½”…",
    "ð",
    "î…î",
    "ï“",
    "é…” è…” ê–",
    "‘é’…‘è’",
    "A–Ö…Z",
];

#[test]
fn legitimate_text_is_never_touched() {
    for text in LEGITIMATE {
        assert_eq!(repairs(text), [], "{text}");
    }
}

#[test]
fn another_script_is_offered_from_three_letters_in_a_row() {
    for text in ["Привет, мир", "Ελλάδα και Κύπρος", "שלום עולם", "مرحبا", "бег 5 км"]
    {
        let bad = damaged(text);
        assert_eq!(decode(&bad), None, "never certain: {bad}");
        assert_eq!(accepted(&bad), text, "{bad}");
    }
    assert_eq!(guesses(&damaged("да")), [], "two are too few");
    assert_eq!(decode(&damaged("✅ Привет")).as_deref(), Some("✅ Привет"), "beside a sure sign it is certain");
}

#[test]
fn letters_of_another_script_that_lost_a_byte_are_told_and_not_half_decoded() {
    let bad = dropped("Привет, Россия");
    assert_eq!(repairs(&bad).iter().map(|repair| repair.sure).collect::<Vec<_>>(), [Sureness::Lost]);
    assert_eq!(accepted(&bad), bad);
}

#[test]
fn a_capital_before_a_dash_is_asked_about() {
    assert_eq!(guesses("KÃ–LN"), [("Ã–", "Ö".to_owned())]);
    assert_eq!((decode("KÃ–LN"), decode("MANHÃ–TARDE")), (None, None));
    assert_eq!(decode("KÃ–LN, SÃ¼d").as_deref(), Some("KÖLN, Süd"));
}

#[test]
fn a_closing_quotation_mark_is_guessed_behind_an_opening_one() {
    assert_eq!(accepted(&dropped("“Hi” and “so”.")), "“Hi” and “so”.");
    assert_eq!(guesses("“Hiâ€"), [("â€", "”".to_owned())]);
    for text in ["Hiâ€", "“Hi” xâ€", "“ â€"] {
        assert_eq!(guesses(text), [], "{text}");
    }
}

#[test]
fn an_emoji_made_of_two_is_joined_again() {
    let bad = dropped("👩\u{200d}💻");
    assert_eq!(decode(&bad).as_deref(), Some("👩â€💻"));
    assert_eq!(accepted(&bad), "👩\u{200d}💻");
    assert_eq!(guesses("👩â€💻"), [("â€", "\u{200d}".to_owned())], "also once the rest was mended");
    assert_eq!(accepted(&dropped("⚠\u{fe0f} x")), "⚠\u{fe0f} x");
}

#[test]
fn what_two_emoji_leave_is_told_and_never_guessed() {
    assert_eq!(dropped("📝"), dropped("📍"));
    let found = repairs("ðŸ“ x");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].span.of("ðŸ“ x"), found[0].sure), ("ðŸ“", Sureness::Lost));
}

#[test]
fn a_blank_that_was_half_a_letter_is_asked_about() {
    let blank = |text: &str| damaged(text).replace('\u{a0}', " ");
    for text in ["voilà tout", "voilà, déjà", "✅ à la carte", "ça va là"] {
        assert_eq!(accepted(&blank(text)), text);
        assert!(decode(&blank(text)).is_none_or(|exact| exact != text), "{text}");
    }
    // A program that makes one blank of two has left one.
    assert_eq!(accepted("voilÃ tout"), "voilà tout");
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
