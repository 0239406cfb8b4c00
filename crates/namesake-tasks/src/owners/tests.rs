//! What counts as a written owner, and where it starts and ends.

use proptest::prelude::*;

use super::*;

/// Each owner as `form name <replaced text>`.
fn found(text: &str) -> Vec<String> {
    find(text).iter().map(|owner| format!("{:?} {} <{}>", owner.form, owner.name, owner.span.of(text))).collect()
}

/// The names of the readings of the only owner, longest first.
fn readings(text: &str) -> Vec<&str> {
    let [owner] = find(text).try_into().unwrap();
    owner.readings().iter().map(|reading| reading.name).collect()
}

fn none(text: &str) {
    assert_eq!(found(text), Vec::<String>::new(), "{text}");
}

#[test]
fn an_at_sign_and_capitalised_words() {
    assert_eq!(found("Ship it. @Rob Benoit"), ["At Rob Benoit <@Rob Benoit>"]);
    assert_eq!(found("@RobBenoit ship it"), ["At RobBenoit <@RobBenoit>"]);
    assert_eq!(found("(@Mara Voss, @J. Smith)"), ["At Mara Voss <@Mara Voss>", "At J. Smith <@J. Smith>"]);
}

#[test]
fn the_name_stops_at_a_small_word_an_emoji_a_sign_and_after_five_words() {
    for text in
        ["@Rob ships", "@Rob 📅 2025-11-15", "@Rob📅 2025-11-15", "@Rob: x", "@Rob, Mara", "@Rob's plan", "@Rob #Tag"]
    {
        assert_eq!(readings(text), ["Rob"], "{text}");
    }
    assert_eq!(readings("@Ann Mary Lee Cox Reed Stone")[..2], ["Ann Mary Lee Cox Reed", "Ann Mary Lee Cox"]);
}

#[test]
fn the_wreck_of_an_emoji_is_no_part_of_a_name() {
    for wreck in ["â« ðŸ“… 2025-11-15", "Γ£à 2025-11-15", "ΓÅ│ 2025-11-15", "Ã¼ber"] {
        assert_eq!(readings(&format!("@Rob Benoit {wreck}")), ["Rob Benoit", "Rob"], "{wreck}");
    }
}

#[test]
fn surnames_keep_apostrophes_hyphens_and_small_words_inside() {
    assert_eq!(readings("@Marit O'Dowd tallies"), ["Marit O'Dowd", "Marit"]);
    assert_eq!(readings("@Jean-Luc van der Meer tallies"), ["Jean-Luc van der Meer", "Jean-Luc"]);
    assert_eq!(readings("@Piet de facto"), ["Piet"], "a small word counts only before a name");
    assert_eq!(readings("@田中 です"), ["田中 です", "田中"], "a script without capitals");
}

#[test]
fn a_shorter_reading_replaces_less() {
    let text = "@Rob Benoit Tuesday";
    let owner = &find(text)[0];
    let spans: Vec<&str> = owner.readings().iter().map(|reading| reading.span.of(text)).collect();
    assert_eq!(spans, ["@Rob Benoit Tuesday", "@Rob Benoit", "@Rob"]);
}

#[test]
fn links_to_notes_with_the_name_as_heard() {
    let text = "[[Rob Benoit]] @[[People/Mara|Mara]]";
    assert_eq!(found(text), ["Link Rob Benoit <[[Rob Benoit]]>", "Link Mara <@[[People/Mara|Mara]]>"]);
    assert_eq!(find(text)[1].note, Some("People/Mara"));
    for text in ["![[photo.png]]", "[[#Heading]]", "[[^block]]", "[[Plan#Step|plan]]", "[[]]", "[[a", "[[a]"] {
        none(text);
    }
}

#[test]
fn a_label_and_the_people_behind_it() {
    assert_eq!(found("Ship. owner: Rob Benoit ships"), ["Label Rob Benoit <owner: Rob Benoit>"]);
    assert_eq!(
        found("Owner: @Rob, [[Mara]] and Jürgen Kaspar"),
        ["Label Rob <Owner: @Rob>", "Label Mara <[[Mara]]>", "Label Jürgen Kaspar <Jürgen Kaspar>"]
    );
    for (text, expected) in [
        ("**Owner:** Rob Benoit", "Label Rob Benoit <Owner:** Rob Benoit>"),
        ("**Owner**: Rob Benoit", "Label Rob Benoit <Owner**: Rob Benoit>"),
        ("Owner: _Rob Benoit_", "Label Rob Benoit <Owner: _Rob Benoit>"),
        ("(Owner: Dr. Rob Benoit)", "Label Dr. Rob Benoit <Owner: Dr. Rob Benoit>"),
        ("Assigned to: Jan van der Berg", "Label Jan van der Berg <Assigned to: Jan van der Berg>"),
        ("Verantwortlich: Jürgen", "Label Jürgen <Verantwortlich: Jürgen>"),
        ("ZUSTäNDIG: @Jürgen", "Label Jürgen <ZUSTäNDIG: @Jürgen>"),
        ("Ship. owner: rob 📅 2025-11-15", "Handle rob <rob>"),
    ] {
        assert_eq!(found(text), [expected]);
    }
    for text in ["Owner: nobody yet", "the landowner: Rob", "Note: Rob", "Owner:: Rob"] {
        none(text);
    }
}

#[test]
fn whom_something_is_done_to_or_with_does_not_do_it() {
    for text in [
        "@ilse to send it to @tomas",
        "@ilse has begun; happy to discuss it with @tomas",
        "@ilse: ping @tomas about it",
    ] {
        let owners = found(text);
        assert!(owners.len() == 1 && owners[0].contains("ilse"), "{text}: {owners:?}");
    }
    for text in ["@ilse and @tomas to send it", "@ilse with @tomas to send it", "@ilse: paint it, @tomas: sand it"] {
        assert_eq!(found(text).len(), 2, "{text}");
    }
}

#[test]
fn an_inline_field_whose_value_is_the_name_in_any_case() {
    assert_eq!(found("a [owner:: Rob Benoit] b"), ["Field Rob Benoit <[owner:: Rob Benoit]>"]);
    assert_eq!(found("(Assignee:: dario)"), ["Field dario <(Assignee:: dario)>"]);
    assert_eq!(
        found("[owner:: [[Rob Benoit]], @Mara & jo and Al]"),
        ["Field Rob Benoit <[[Rob Benoit]]>", "Field Mara <@Mara>", "Field jo <jo>", "Field Al <Al>"]
    );
    for text in ["[owner:: ]", "[owner:: Rob", "[owner: x]", "[project:: Rob]", "[owner:: [x] y]"] {
        none(text);
    }
}

#[test]
fn a_name_in_parentheses_at_the_end() {
    assert_eq!(found("Check the probes (Jürgen)"), ["Parenthesis Jürgen <(Jürgen)>"]);
    assert_eq!(found("Check (Mara, Rob Benoit)."), ["Parenthesis Mara <Mara>", "Parenthesis Rob Benoit <Rob Benoit>"]);
    assert_eq!(
        found("Check (Rob Benoit) #tag â« ðŸ“… 2025-11-15 @Mara"),
        ["Parenthesis Rob Benoit <(Rob Benoit)>", "At Mara <@Mara>"]
    );
}

#[test]
fn other_parentheses_are_no_owners() {
    for end in [
        "(see above)",
        "(2 pcs)",
        "(optional)",
        "(Optional)",
        "(Monday)",
        "(TBD)",
        "(Q3)",
        "(Rob) then go",
        "(Rob",
        "f(Rob)",
    ] {
        none(&format!("Ship the gateways {end}"));
    }
}

#[test]
fn text_that_is_no_prose_names_nobody() {
    for text in [
        "mail rob@Example.org",
        "https://ex.org/@Rob",
        "`@Rob`",
        "``a ` @Rob``",
        "[@Rob](address)",
        "<!-- @Rob -->",
        "%%@Rob%%",
        "<a @Rob>",
        "@2pm",
        "@2x",
        "icon@2x.png",
        "@2025-11-15",
        "@{2025-11-15}",
        "@ Rob",
        "@r",
        "a/@Rob",
        "C:\\@Rob",
        "npm i @types/node",
        "npm i @Angular/core",
        "@rob@social.example",
        "@Rob@social.example",
        "@rob:matrix.example",
        "@Test(expected)",
        "a_@Rob",
    ] {
        none(text);
    }
    assert_eq!(found("a ` b @Rob"), ["At Rob <@Rob>"], "a lone backtick opens nothing");
    assert_eq!(found("a <!-- b @Rob"), ["At Rob <@Rob>"], "nor does an unclosed comment");
}

#[test]
fn a_word_in_small_letters_or_a_day_is_a_handle_at_most() {
    for (text, expected) in [
        ("call @rob", "Handle rob <@rob>"),
        ("call @rob.", "Handle rob <@rob>"),
        ("call @rob.benoit about it", "Handle rob.benoit <@rob.benoit>"),
        ("@jürgen_kaspar: call", "Handle jürgen_kaspar <@jürgen_kaspar>"),
        ("@rob2 calls", "Handle rob2 <@rob2>"),
        ("buy nails @home", "Handle home <@home>"),
        ("stand-up @Friday", "Handle Friday <@Friday>"),
        ("ask @April Chen", "At April Chen <@April Chen>"),
    ] {
        assert_eq!(found(text), [expected]);
    }
}

#[test]
fn names_of_every_build() {
    for name in [
        "Jan van der Berg",
        "van der Berg",
        "Ludwig von Ahn",
        "Anne-Marie Le Goff",
        "Ifeoma Nwachukwu‑Bell",
        "Marit O'Dowd",
        "Gianna D’Angelo",
        "Zoë Ångström",
        "Zoe\u{308} Weiß",
        "J. R. Benoit",
        "J.R. Benoit",
        "Rob B.",
        "Dr. Rob Benoit",
        "Prof Ines Moreau",
        "Rob Benoit Jr.",
        "María Inés García de la Vega Ortiz",
        "李明",
        "Ольга Петрова",
    ] {
        for text in [format!("@{name}"), format!("Owner: {name}"), format!("Check ({name})"), format!("{name}: check")]
        {
            let names: Vec<&str> = find(&text).iter().map(|owner| owner.name).collect();
            assert_eq!(names, [name], "{text}");
        }
    }
}

#[test]
fn emphasis_stays_outside() {
    for (text, expected) in [
        ("ship **@Rob Benoit**", "At Rob Benoit <@Rob Benoit>"),
        ("ship _@Rob_ now", "At Rob <@Rob>"),
        ("ship *(Jürgen)*", "Parenthesis Jürgen <(Jürgen)>"),
        ("ship (**Jürgen**)", "Parenthesis Jürgen <Jürgen>"),
        ("**Mara:** ship", "Words Mara <Mara>"),
        ("**Mara**: ship", "Words Mara <Mara>"),
    ] {
        assert_eq!(found(text), [expected]);
    }
}

#[test]
fn several_owners_in_the_order_of_the_text() {
    assert_eq!(found("@Rob Benoit @Mara Voss"), ["At Rob Benoit <@Rob Benoit>", "At Mara Voss <@Mara Voss>"]);
    assert_eq!(found("@Rob, @Ines"), ["At Rob <@Rob>", "At Ines <@Ines>"]);
    assert_eq!(found("[[Rob]], [[Ines|I.]]"), ["Link Rob <[[Rob]]>", "Link I. <[[Ines|I.]]>"]);
    assert_eq!(found("@Rob and [[Mara]] (Jo)"), ["At Rob <@Rob>", "Link Mara <[[Mara]]>", "Parenthesis Jo <(Jo)>"]);
    for joint in [" & ", " and ", "/", " + "] {
        assert_eq!(found(&format!("ask @Rob{joint}Ines x")), ["At Rob <@Rob>", "Words Ines <Ines>"], "{joint}");
        assert_eq!(
            found(&format!("x (Rob{joint}Ines)")),
            ["Parenthesis Rob <Rob>", "Parenthesis Ines <Ines>"],
            "{joint}"
        );
    }
}

#[test]
fn the_people_a_task_opens_with() {
    for (text, expected) in [
        ("Mara: send the plan", vec!["Words Mara <Mara>"]),
        ("**Mara** - send the plan", vec!["Words Mara <Mara>"]),
        ("Mara Voss – Send the plan", vec!["Words Mara Voss <Mara Voss>"]),
        ("Rob Benoit to send the plan", vec!["Words Rob Benoit <Rob Benoit>"]),
        ("#task Rob to send the plan", vec!["Words Rob <Rob>"]),
        ("Rob & Ines to send the plan", vec!["Words Rob <Rob>", "Words Ines <Ines>"]),
        ("Rob, Ines and Mara: send", vec!["Words Rob <Rob>", "Words Ines <Ines>", "Words Mara <Mara>"]),
        ("@Mara: send the plan", vec!["At Mara <@Mara>"]),
        ("send the plan — Owner: Mara, Due: Friday", vec!["Label Mara <Owner: Mara>"]),
        ("[High] Mara: send the plan", vec!["Words Mara <Mara>"]),
        ("send the plan - Mara", vec!["Words Mara <Mara>"]),
        ("send the plan — *Mara Voss* — due 12 Nov", vec!["Words Mara Voss <Mara Voss>"]),
        ("send the plan (resp. Mara)", vec!["Words Mara <Mara>"]),
        ("send the plan [assignee] Mara [due] Friday", vec!["Label Mara <Mara>"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    for text in [
        "Rob to Mara",
        "ask Rob to send",
        "Mara:",
        "Mara:x",
        "Mara:: x",
        "TODO: send",
        "Mara -1 send",
        "send -Mara",
        "Monday: send",
        "2025: send",
        "`Mara`: send",
        "Rob 10:30",
    ] {
        none(text);
    }
}

proptest! {
    #[test]
    fn spans_never_overlap_and_readings_lie_inside(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "@", "Rob", " ", "Benoit", "(", ")", "[[", "]]", "|", "[owner:: ", "]", "Owner: ", ",", " and ", "`", "<!--",
            "-->", "%%", "](", "https://", "é", "📅", "van ", "'s", ".", "(owner:: ", "#t", "J.", "ß", "\u{301}", ":", " to ", "**", "_", "rob", " & ", "/",
        ]), 0..16)
    ) {
        let text = pieces.concat();
        let owners = find(&text);
        for pair in owners.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for owner in &owners {
            prop_assert!(owner.span.contains(owner.name_span) && !owner.name.is_empty());
            prop_assert_eq!(owner.name_span.of(&text), owner.name);
            for reading in owner.readings() {
                prop_assert!(owner.span.contains(reading.span) && reading.span.of(&text).contains(reading.name));
            }
        }
    }
}

#[test]
fn a_markdown_link_to_a_note_is_an_owner() {
    let text = "Ring the dairy [Rob](../People/Rob%20Benoit.md) 📅";
    assert_eq!(found(text), ["Link Rob <[Rob](../People/Rob%20Benoit.md)>"]);
    assert_eq!(find(text)[0].note, Some("../People/Rob%20Benoit.md"));
    assert_eq!(
        found("Owner: [Rob Benoit](Rob%20Benoit.md), Mara"),
        ["Label Rob Benoit <Owner: [Rob Benoit](Rob%20Benoit.md)>", "Label Mara <Mara>"]
    );
    assert_eq!(found("[owner:: [Rob](Rob.md)]"), ["Field Rob <[owner:: [Rob](Rob.md)]>"]);
    assert_eq!(found("@[Rob](Rob.md) rings"), ["Link Rob <@[Rob](Rob.md)>"]);
    none("see [the plan](https://ex.org/@Rob/x.md) and [Rob](rob.png)");
    none("see [Rob](Rob.md#Profile) and ![Rob](Rob.md)");
}

#[test]
fn whom_something_is_done_to_or_with_owns_nothing() {
    for text in [
        "Call [[Yannick Sole]] about the key",
        "Forward the lease to [[Petra Noor]]",
        "Talk with **[[Petra Noor]]** about rent",
        "Termin mit [[Petra Noor]] vereinbaren",
    ] {
        none(text);
    }
    for text in ["Assigned to [[Petra Noor]]", "Auftrag an [[Petra Noor]]: Angebot holen", "Send it [[Petra Noor]]"] {
        assert_eq!(found(text).len(), 1, "{text}");
    }
}

#[test]
fn whoever_helps_is_no_owner() {
    assert_eq!(found("Write it @mara (review by @rob + [[Ilse Brandt]])"), ["Handle mara <@mara>"]);
    none("Write the guide (review by @rob)");
    none("Den Plan zeichnen, in Absprache mit [[Ilse Brandt]]");
}

#[test]
fn names_at_the_end_are_set_off_whoever_stands_in_front() {
    let names = |behind: &str| -> Vec<String> {
        let line = format!("- [ ] Mara: {behind}");
        let options = crate::Options::default();
        let task = crate::parse(&line, &options).expect("a task");
        task.closing_names("- [ ] Mara:".len()).iter().map(|owner| owner.span.of(&line).to_owned()).collect()
    };
    for behind in [
        "order chairs → Rob",
        "order chairs - Rob",
        "order chairs (Rob)",
        "order chairs [Rob]",
        "order chairs, assigned to Rob",
        "order chairs (assigned to Rob)",
        "Stühle bestellen, zuständig Rob",
    ] {
        assert_eq!(names(behind), ["Rob"], "{behind}");
    }
    assert_eq!(names("order chairs → Rob and Ines"), ["Rob", "Ines"]);
    for behind in
        ["review what is assigned to Rob", "write to Rob", "order chairs → Rob pays", "order chairs (with Rob)"]
    {
        assert!(names(behind).is_empty(), "{behind}");
    }
}

#[test]
fn somebody_is_asked_in_every_language() {
    for asked in [
        "Mara, could you send the list",
        "Mara, bitte schick die Liste",
        "Mara, peux-tu envoyer la liste",
        "Mara, puedes enviar la lista",
        "Mara, podes enviar a lista",
        "Mara, puoi mandare la lista",
        "Mara, kun je de lijst sturen",
        "Mara, możesz wysłać listę",
    ] {
        assert_eq!(readings(asked), ["Mara"], "{asked}");
    }
    none("Mara, Tomas, peas and beans");
}
