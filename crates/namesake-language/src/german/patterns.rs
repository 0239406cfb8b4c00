//! What is said about the patterns of the user.

pub const TEXTS: &[(&str, &str)] = &[
    // outlook.rs
    (
        "Applied once, it finds something more in what it wrote, so that it is always asked about.",
        "Einmal angewendet, findet es in dem, was es geschrieben hat, noch etwas, deshalb wird immer gefragt.",
    ),
    (
        "It finds something in what it wrote, again and again, so that it cannot be applied; change the pattern so \
         that it does not match what it writes.",
        "Es findet in dem, was es geschrieben hat, immer wieder etwas und lässt sich deshalb nicht anwenden; ändere \
         das Muster so, dass es nicht auf das passt, was es schreibt.",
    ),
    (
        "Another of your patterns changes back what it writes; change one of them.",
        "Ein anderes deiner Muster ändert zurück, was dieses schreibt; ändere eines von beiden.",
    ),
    (
        "Other text would become code or a comment, or the reverse.",
        "Anderer Text würde zu Code oder zu einem Kommentar oder umgekehrt.",
    ),
    (
        "The properties would begin or end elsewhere, so that it cannot be applied.",
        "Die Eigenschaften würden woanders beginnen oder enden, deshalb lässt es sich nicht anwenden.",
    ),
    // pattern.rs
    (
        "Finds what your own patterns in the settings look for, and offers what they write instead.",
        "Findet, wonach deine eigenen Muster in den Einstellungen suchen, und bietet an, was sie stattdessen \
         schreiben.",
    ),
    (
        "Every vault has damage of its own: an importer's markers, an abbreviation of the house, an old template's \
         syntax.",
        "Jeder Vault hat seine eigenen Schäden: Markierungen eines Imports, eine hausinterne Abkürzung, alte \
         Vorlagensyntax.",
    ),
    (
        "find `\\{\\{meeting-id:\\d+\\}\\}`, replace with nothing: `Dock trial {{meeting-id:1187}}` -> `Dock trial `",
        "`\\{\\{meeting-id:\\d+\\}\\}` suchen und entfernen: `Dock trial {{meeting-id:1187}}` -> `Dock trial `",
    ),
    (
        "Where the pattern asks for it and applying it again changes nothing. Never where a link would lead elsewhere, \
         or other text would become code or a comment.",
        "Wo das Muster es verlangt und ein zweites Anwenden nichts ändert. Nie, wo ein Link woandershin führen oder \
         anderer Text zu Code oder zu einem Kommentar würde.",
    ),
    (
        "Your pattern “{label}” finds “{before}”, to be removed.",
        "Dein Muster „{label}“ findet „{before}“ und will es entfernen.",
    ),
    (
        "Your pattern “{label}” finds “{before}”, to become “{after}”.",
        "Dein Muster „{label}“ findet „{before}“ und will „{after}“ daraus machen.",
    ),
    (
        "Your pattern “{label}” finds “{before}” in the property `{key}`, to be removed.",
        "Dein Muster „{label}“ findet „{before}“ in der Eigenschaft `{key}` und will es entfernen.",
    ),
    (
        "Your pattern “{label}” finds “{before}” in the property `{key}`, to become “{after}”.",
        "Dein Muster „{label}“ findet „{before}“ in der Eigenschaft `{key}` und will „{after}“ daraus machen.",
    ),
    ("It touches a link, so that it is always asked about.", "Es berührt einen Link, deshalb wird immer gefragt."),
    ("Remove “{text}”", "„{text}“ entfernen"),
    ("Write “{text}”", "„{text}“ schreiben"),
    (
        "Your pattern “{label}” finds “{before}” as the name of this note, to become “{after}”.",
        "Dein Muster „{label}“ findet „{before}“ als Namen dieser Notiz und will „{after}“ daraus machen.",
    ),
    (
        "Rename the note in Obsidian, which changes the links to it as well.",
        "Benenn die Notiz in Obsidian um, dann ändern sich auch die Links zu ihr.",
    ),
    ("No note can be called so; change the pattern.", "So kann keine Notiz heißen; ändere das Muster."),
];
