use proptest::prelude::*;

use super::*;
use namesake_text::text::Span;

const KNOWN: [&str; 2] = ["Mara Voss", "Rob Benoit"];

/// Speaker, time and words of each turn.
fn read(text: &str) -> Vec<(&str, &str, String)> {
    let of = |span: Option<Span>| span.map_or("", |span| span.of(text));
    let words = |turn: &Turn| turn.words.iter().map(|piece| piece.of(text)).collect::<Vec<_>>().join(" ");
    let turns = turns(text, Span::new(0, text.len()), &KNOWN);
    turns.iter().map(|turn| (of(turn.speaker), of(turn.time()), words(turn))).collect()
}

fn said(text: &str) -> Vec<String> {
    let turns = turns(text, Span::new(0, text.len()), &KNOWN);
    sentences(text, &turns).iter().map(|sentence| sentence.text(text).into_owned()).collect()
}

fn turn<'t>(speaker: &'t str, time: &'t str, words: &str) -> (&'t str, &'t str, String) {
    (speaker, time, words.to_owned())
}

#[test]
fn glued_labels_end_at_a_known_name_or_a_capital() {
    let text = "```text\n[00:00:00.00]   RemoteMorning, is that you?\n\n[00:00:19.20]  Mara VossGreat. Rob, can you\nship it?\n\
                [00:00:24.91]  Teodor HalvorsenI'll ask.\n[00:00:30.00]  Mara Vossyes\n```\n";
    assert_eq!(
        read(text),
        [
            turn("Remote", "00:00:00.00", "Morning, is that you?"),
            turn("Mara Voss", "00:00:19.20", "Great. Rob, can you ship it?"),
            turn("Teodor Halvorsen", "00:00:24.91", "I'll ask."),
            turn("Mara Voss", "00:00:30.00", "yes"),
        ]
    );
}

#[test]
fn a_glued_surname_with_a_capital_inside_is_kept_whole() {
    let text =
        "[00:01] Fiona McAdamYes.\n[00:02] Fiona McAdamGreat, McKinsey.\n[00:03] RemoteOK.\n[00:04] Speaker 1No.\n";
    let speakers: Vec<&str> = read(text).iter().map(|turn| turn.0).collect();
    assert_eq!(speakers, ["Fiona McAdam", "Fiona McAdam", "Remote", "Speaker 1"]);
}

#[test]
fn lines_with_a_time_and_no_label_are_nobodys() {
    let text = "[00:01] GitHub is down again.\n[00:02] I saw it.\n[00:03] So did we all.\n";
    assert!(read(text).iter().all(|turn| turn.0.is_empty()), "{:?}", read(text));
}

#[test]
fn a_cell_of_signs_alone_names_no_speaker() {
    let table = "| Time | Speaker | Text |\n|---|---|---|\n| 0:01 | Mara | Hello. |\n| 0:02 | [[ | Yes. |\n| 0:03 | Mara | Good. |\n";
    assert_eq!(read(table), [turn("Mara", "0:01", "Hello. Yes."), turn("Mara", "0:03", "Good.")]);
}

#[test]
fn webvtt_names_the_speaker_in_a_tag() {
    let text = "WEBVTT\n\nNOTE made by a machine\n\n0f1e-22/3-0\n00:00:01.000 --> 00:00:04.000 align:start\n<v Mara Voss>Hello \
                <i>there</i></v>\n\n00:04.000 --> 00:05.000\n<v.loud Rob Benoit>Hi\nagain</v><v Mara Voss>Oh.</v>\n";
    assert_eq!(
        read(text),
        [
            turn("Mara Voss", "00:00:01.000", "Hello there"),
            turn("Rob Benoit", "00:04.000", "Hi again"),
            turn("Mara Voss", "00:04.000", "Oh."),
        ]
    );
}

#[test]
fn captions_name_the_speaker_before_a_colon_or_not_at_all() {
    let text = "1\r\n00:00:01,000 --> 00:00:04,000\r\nMara Voss: It's 5 < 6,\r\nis it?\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nyes\r\n";
    assert_eq!(read(text), [turn("Mara Voss", "00:00:01,000", "It's 5 < 6, is it?"), turn("", "00:00:05,000", "yes")]);
}

#[test]
fn old_documents_of_teams_name_the_speaker_on_a_line() {
    let text = "0:0:0.0 --> 0:0:2.450\nIfe Okoro\nMorning all.\n\n0:0:3.0 --> 0:0:4.0\nIfe Okoro\nShall we?\n\n0:0:5.0 --> 0:0:6.0\nMara Voss\nYes.\n";
    assert_eq!(
        read(text),
        [turn("Ife Okoro", "0:0:0.0", "Morning all. Shall we?"), turn("Mara Voss", "0:0:5.0", "Yes.")]
    );
}

#[test]
fn heads_have_the_name_and_the_time() {
    for head in [
        "Mara Voss  0:05",
        "Mara Voss 00:00:05",
        "**Mara Voss** 0:05",
        "[Mara Voss] 10:00:05",
        "10:00:05 Mara Voss",
        "Mara Voss (0:05)",
        "Mara Voss\t10:05 AM",
        "10:00:05 - Mara Voss",
    ] {
        let text = format!("{head}\nWe meet at 10:30.\nThen lunch\n\nRob Benoit  0:09\nFine.\n");
        let turns = read(&text);
        assert_eq!(turns.len(), 2, "{head}: {turns:?}");
        assert_eq!((turns[0].0, turns[0].2.as_str()), ("Mara Voss", "We meet at 10:30. Then lunch"), "{head}");
        assert!(head.contains(turns[0].1) && turns[0].1.contains(':'), "{head}");
    }
}

/// Else what they say would be the words of whoever spoke before.
#[test]
fn a_head_of_one_word_is_one() {
    for head in ["[Remote] 10:00:09", "10:00:09 - Rob", "Remote 10:00:09", "Rob  10:00:09", "**Rob** 10:00:09"] {
        let text = format!("[Mara Voss] 10:00:05\nMorning.\n\n{head}\nFine.\n");
        let speaker = if head.contains("Rob") { "Rob" } else { "Remote" };
        assert_eq!(
            read(&text),
            [turn("Mara Voss", "10:00:05", "Morning."), turn(speaker, "10:00:09", "Fine.")],
            "{head}"
        );
    }
}

#[test]
fn a_label_may_be_a_link_a_number_or_have_more_in_brackets() {
    for (label, speaker) in [
        ("[[Rob Benoit]]", "Rob Benoit"),
        ("**[[People/Rob Benoit]]**", "Rob Benoit"),
        ("[[Rob Benoit|Rob]]", "Rob"),
        ("Rob Benoit [Sheerwater]", "Rob Benoit [Sheerwater]"),
        ("Rob Benoit (he/him)", "Rob Benoit (he/him)"),
        ("SPEAKER_01", "SPEAKER_01"),
        ("remote", "remote"),
        ("**rob** (0:19)", "rob"),
    ] {
        let text = format!("Mara Voss: Morning.\n{label}: Fine.\n");
        let time = if label.ends_with(')') && label.contains("0:19") { "0:19" } else { "" };
        assert_eq!(read(&text), [turn("Mara Voss", "", "Morning."), turn(speaker, time, "Fine.")], "{label}");
    }
    for line in ["[x] Rob: Fine.", "12: Fine.", ": Fine.", "so this is it: Fine."] {
        assert_eq!(read(&format!("Mara Voss: Morning.\n{line}\n")).len(), 1, "{line}");
    }
}

#[test]
fn labels_stand_before_a_colon() {
    for (line, time) in [
        ("Me: Fine, see: it works.", ""),
        ("[0:05] **Me:** Fine, see: it works.", "0:05"),
        ("- **Me** (0:05): Fine, see: it works.", "0:05"),
        ("> Me: Fine, see: it works.", ""),
    ] {
        let text = format!("{line}\nand on\nThem: No.\n");
        assert_eq!(read(&text), [turn("Me", time, "Fine, see: it works. and on"), turn("Them", "", "No.")], "{line}");
    }
}

#[test]
fn text_of_no_form_is_a_turn_a_line() {
    assert_eq!(read("we all agree\n\nthen we left\n"), [turn("", "", "we all agree"), turn("", "", "then we left")]);
    assert_eq!(read("## Part one\n---\n- [ ] a task\n"), []);
}

#[test]
fn a_sentence_goes_on_in_the_next_caption() {
    let text = "00:01.000 --> 00:02.000\nWe need to order. And I'll send\n\n00:02.000 --> 00:03.000\nit to Dr. Voss at 9.30.\n\n00:03.000 --> 00:04.000\nGood.\n";
    assert_eq!(said(text), ["We need to order.", "And I'll send it to Dr. Voss at 9.30.", "Good."]);
}

#[test]
fn a_run_without_full_stops_is_taken_apart_between_thoughts() {
    let text = "Me: yeah so the pump is broken again since monday and i'll call the plumber about it tomorrow okay so we need to find the keys\n";
    assert_eq!(
        said(text),
        [
            "yeah so the pump is broken again since monday",
            "and i'll call the plumber about it tomorrow",
            "okay so we need to find the keys"
        ]
    );
}

#[test]
fn a_label_of_nobody_is_known() {
    for label in [
        "Remote",
        "speaker 2",
        "Speaker A",
        "Unknown Speaker",
        "Me",
        "Participant 14",
        "SPEAKER_01",
        "Speaker 3 (Rob)",
        "",
    ] {
        assert!(is_nobody(label), "{label}");
    }
    for label in ["Mara Voss", "Rob", "Remo Thatcher", "Speakman"] {
        assert!(!is_nobody(label), "{label}");
    }
}

#[test]
fn only_words_that_tell_give_a_name() {
    let told_in = |text: &str| {
        let turns = turns(text, Span::new(0, text.len()), &KNOWN);
        speaker_identity(text, &turns, turns.len() - 1, &KNOWN).map(|told| told.name)
    };
    assert_eq!(told_in("Remote: Hi, Mara here.\n").as_deref(), Some("Mara Voss"));
    assert_eq!(told_in("Remote: Hello, it's Rob speaking.\n").as_deref(), Some("Rob Benoit"));
    assert_eq!(told_in("Them: Rob, will you be there?\nRemote: Sure.\n").as_deref(), Some("Rob Benoit"));
    assert_eq!(told_in("Them: Did you ask Rob?\nRemote: Yes.\n"), None);
    assert_eq!(told_in("Remote: Is Mara here?\nRemote: Yes.\n"), None);
    assert_eq!(told_in("Remote: I told Mara about it.\n"), None);
}

#[test]
fn contractions_and_fillers_are_read_through() {
    let read = |text: &str| {
        let lower = text.to_ascii_lowercase();
        sentence_words::words(text, &lower).iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(read("I’m gonna, uh, send it"), "i am going to send it");
    assert_eq!(read("ill send that, like, tomorrow"), "i will send that tomorrow");
    assert_eq!(read("Carla's gotta go; let's!"), "carla 's got to go let us");
}

fn hears(sentence: &str) -> Option<(UtteranceKind, String)> {
    let heard = utterance(sentence, &People::new(&["Rob Benoit", "Mara Voss"]))?;
    Some((heard.kind, heard.words(sentence).to_owned()))
}

#[test]
fn a_task_begins_with_its_verb() {
    let promise = |words: &str| Some((UtteranceKind::Commitment, words.to_owned()));
    let request = |words: &str| Some((UtteranceKind::Request, words.to_owned()));
    assert_eq!(hears("Okay, so I'll just quickly call the vet."), promise("call the vet"));
    assert_eq!(hears("Rob, could you please check the pump?"), request("check the pump"));
    assert_eq!(
        hears("I'm calling the vet first thing tomorrow."),
        promise("I'm calling the vet first thing tomorrow.")
    );
}

#[test]
fn what_is_set_aside_is_no_task() {
    for sentence in [
        "If the van starts I'll fetch the pump.",
        "Maybe I'll fetch the pump one day.",
        "He said I'll fetch the pump.",
        "Do we need to fetch the pump?",
        "How can you fetch the pump without a van?",
        "I'll never fetch that pump.",
        "I'll be back.",
        "We need to talk about Rob.",
        "Rob put the pump in the van.",
    ] {
        assert_eq!(hears(sentence), None, "{sentence}");
    }
    assert!(hears("If nobody minds I'll fetch the pump.").is_some());
    assert!(hears("He was ill, so I'll fetch the pump.").is_some());
}

/// Pieces that transcripts are made of, and what breaks readers.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[00:01] ",
        "00:01.000 --> 00:02.000",
        "0:05",
        "-->",
        "[",
        "]",
        "(",
        ")",
        "<v ",
        ">",
        "</v>",
        "<",
        "Mara Voss",
        "Rob",
        "Remote",
        "é",
        "Ünal",
        "İ",
        "ß",
        "你好",
        ": ",
        ":",
        "**",
        "> ",
        "- ",
        "\n",
        "\r\n",
        "\n\n",
        "\u{2028}",
        "\u{85}",
        "\u{feff}",
        "\t",
        " ",
        "I'll send it",
        "can you",
        "’ll",
        "'",
        "ill send",
        ".",
        "?",
        "…",
        "```",
        "%%",
        "1",
        "9.30",
        "let's",
        "you",
        "if ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_read_in_order(text in prop_oneof![pieces(), any::<String>()]) {
        let turns = turns(&text, Span::new(0, text.len()), &KNOWN);
        let mut at = 0;
        for turn in &turns {
            prop_assert!(!turn.words.is_empty());
            for label in [turn.speaker, turn.time()].into_iter().flatten() {
                prop_assert!(text.get(label.range()).is_some_and(|label| !label.is_empty()));
            }
            for piece in &turn.words {
                prop_assert!(piece.start >= at && piece.start < piece.end && text.get(piece.range()).is_some());
                at = piece.end;
            }
        }
        let mut at = (0, 0);
        for sentence in sentences(&text, &turns) {
            prop_assert!((sentence.turn, sentence.span().start) >= at && text.get(sentence.span().range()).is_some());
            at = (sentence.turn, sentence.span().end);
        }
        for found in spoken_tasks(&text, &turns, &KNOWN, 0.0, &HeardMemory::default()) {
            prop_assert!(!found.said.is_empty() && !found.heard.task.is_empty());
            speaker_identity(&text, &turns, found.turn, &KNOWN);
        }
    }

    #[test]
    fn any_words_are_heard_without_harm(text in pieces()) {
        if let Some(heard) = utterance(&text, &People::new(&KNOWN)) {
            prop_assert!(!heard.words(&text).is_empty());
            if let UtteranceOwner::Named(span) = heard.owner {
                prop_assert!(text.get(span.range()).is_some_and(|name| !name.is_empty()));
            }
        }
    }
}
