//! Verbs that are work or not by the words behind them: “get the keys”, “get over it”. A table.

/// What has to stand behind a verb to make it work, its phrases aside.
#[derive(Debug, Clone, Copy)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// Any word.
    More,
    /// What it is done to.
    Object,
    /// What it is done to, and somewhere behind it one of these words.
    ObjectAnd(&'static str),
    /// Only one of its phrases will do.
    Phrase,
}

/// A verb with its phrases, parted by `|`. `$` is the end of the sentence.
pub struct Row {
    /// The base form.
    pub verb: &'static str,
    /// What it needs.
    pub need: Need,
    /// Words that make it work at once.
    pub work: &'static str,
    /// Words that make it something else.
    pub idle: &'static str,
}

const fn row(verb: &'static str, need: Need, work: &'static str, idle: &'static str) -> Row {
    Row { verb, need, work, idle }
}

use Need::{More, Nothing, Object, ObjectAnd, Phrase};

/// Words by which something is finished or moved.
const DONE: &str = "ready done finished sent out over back up drafted written prepared signed fixed sorted booked \
    ordered tested shipped printed delivered couriered working replaced installed completed turned checked reviewed \
    updated cleaned uploaded removed published approved by before tomorrow tonight";

/// Words that say when.
const WHEN: &str = "by before after until till on next tomorrow tonight today later this monday tuesday wednesday thursday \
    friday saturday sunday weekend with and";

/// Words that say where to.
const WHERE: &str = "in into on onto to up together down through under over with by behind at tomorrow tonight today";

/// The verbs, in the order of the alphabet.
pub const ROWS: &[Row] = &[
    row("add", Nothing, "that to|that in|that into|this to|it to", "that|this|on|one thing|something|up"),
    row(
        "ask",
        Object,
        "for|around|about|legal|finance|accounting",
        "you|this|that|a question|one|the question|again|something|a favor|a favour|my question|my questions|these questions|those questions|the same",
    ),
    row("back", Phrase, "up|it up|them up|everything up", ""),
    row("book", Nothing, "", "you"),
    row(
        "bring",
        Object,
        "up the|in the|along",
        "it up|that up|this up|you up|it on|us back|you back|the conversation|me",
    ),
    row("buy", Nothing, "", "that|it|you a|me a|time"),
    row("call", More, "me when|me tomorrow|me after|me back|it in", "it|me|that|you out|this|first|in sick|to order"),
    row("carry", Object, "", "on"),
    row("catch", Phrase, "up with", ""),
    row("change", Nothing, "", "my mind|the subject|the topic|your mind"),
    row("check", More, "", "in|out now|my watch|the time|that box|it at|my phone|my calendar"),
    row("circle", Phrase, "back", "back to my"),
    row("close", Nothing, "", "with|my eyes|by saying"),
    row("come", Phrase, "back to you|up with a|up with some|up with something|by|over|back with", ""),
    row("count", Nothing, "", "on|to|myself|me|you"),
    row("cover", Object, "", "that in|it in|my eyes|my ears|this in"),
    row("cut", Object, "", "to|it short|corners|you off|the chatter"),
    row(
        "do",
        Object,
        "research|inventory|some research|so by",
        "you|my best|it when|it again|that again|the same|the talking|the math|the maths|a handstand|it like|what",
    ),
    row("double", Phrase, "check", ""),
    row("draw", Nothing, "", "your attention|the line|attention"),
    row("drive", Object, "by|over|down|up|out|there", "you|me|home"),
    row("drop", Nothing, "it off|it at|by|off the|off a|them off", "it|off|dead|the ball|$"),
    row("figure", Phrase, "out|it out|that out|something out", ""),
    row("fill", Nothing, "", "you in|us in|the silence"),
    row(
        "find",
        Object,
        "out|someone|somebody|time",
        "it|you|that|out soon|out sooner|out eventually|the margin|the time",
    ),
    row("finish", More, "", "this thought|that thought|my thought|my sentence|my point|by|please|first|with"),
    row("fix", More, "", "you"),
    row(
        "get",
        Object,
        "back to|in touch|hold of|on it|on to|onto|to it|to that|to work|someone|somebody|quotes|approval|rid|it to|it done|it fixed|it over to|it sorted|it ready|it sent|it out|it back|it in|it online|it up|it signed|it approved|it set|it going",
        "it|over|lost|there|a word|this straight|that straight|that a lot|the idea|the point|the hang|used|an amen|a coffee|you a coffee|some coffee|some sleep|some rest|you $|you there|what|the feeling|the impression|my act|the gist|back to my point|back to my|back to the agenda|back to the topic|back to the point",
    ),
    row(
        "give",
        Object,
        "everyone a|everybody a|notice",
        "you that|it a rest|me a break|me a second|me a sec|me a minute|me a moment|me a hand|him that|her that|them that|you a hint|it some thought|you credit|a toast|a damn|it time|an example|you an example|it a|it up|me another|you a bit|you some background|you the background|a bit|an overview|you an overview|me an example|me an idea|us an example|us an idea|me an overview|us an overview|me a sense|us a sense|me a hint|us a hint|me some|us some",
    ),
    row(
        "go",
        Phrase,
        "through the|through it|through them|through all|over to|to the bank|to the shop|to the store|to the warehouse|to the site|to the office|back through",
        "",
    ),
    row("grab", Object, "", "a coffee|some coffee|a drink|a bite|my|a chair|some lunch|a sandwich"),
    row("hand", Phrase, "in|out|it in|them out|in the", ""),
    row("hang", Object, "up the", "on|up|out|around"),
    row("have", ObjectAnd(DONE), "a look|a word with|a chat with|a call with|a go at", "to|a look at that face|been"),
    row("help", Object, "with", "myself|it|yourself|you there|you god"),
    row("introduce", Nothing, "", "myself|yourself"),
    row(
        "keep",
        Phrase,
        "you posted|you updated|you in the loop|everyone posted|everybody posted|an eye on|track of|a record|a log",
        "",
    ),
    row("lay", ObjectAnd(WHERE), "", ""),
    row(
        "leave",
        ObjectAnd(WHERE),
        "it with",
        "it at|it there|that there|you|it here|that at|it|that|the company|at|the call|the meeting|a mark",
    ),
    row("let", ObjectAnd("know"), "", "me|us"),
    row("line", Phrase, "up", ""),
    row(
        "look",
        Phrase,
        "into|for|up|over the|over it|after|through|at the|at it|at why|at your|at how|at what|at our|at those|at these|at them|at whether",
        "at it this|for trouble|at the time|up to",
    ),
    row(
        "make",
        Object,
        "sure|a note|a list|arrangements|copies|certain",
        "it|you|this quick|this short|a point|a joke|a fool|the best|me|a scene|a fuss|sense|my|a killing|us|that clear|the point|a confession|a suggestion|a comment|a remark|a quick|a bet|a mess|a wish",
    ),
    row("manage", Object, "", ""),
    row("mark", Nothing, "", "my words"),
    row("meet", ObjectAnd(WHEN), "with", "you|$"),
    row("move", ObjectAnd("to from into until by out"), "", "it|that|this|on"),
    row("open", Object, "", "my|the floor|the window|the door|up|your"),
    row("pay", More, "", "attention|for that|for this|the price|you"),
    row("pick", Nothing, "up the|up a|them up|it up", "this up|that up|your brain|up on|up where|on|a fight|one"),
    row("plan", Nothing, "", "on|to|for the worst"),
    row("present", More, "", "myself"),
    row("pull", Nothing, "", "your leg|my hair|the plug|through|out all|a face|$"),
    row("push", More, "", "back|you|my luck"),
    row(
        "put",
        ObjectAnd(WHERE),
        "together|in a|in the|up a|up the|forward a|out a|down the",
        "it this|it that|it another|it differently|it bluntly|it mildly|it simply|it like|you on|my foot|my|a pin|this to|up with|that aside|on hold",
    ),
    row("quote", Phrase, "the job|the customer", ""),
    row("raise", Object, "", "my hand|you|an eyebrow|my glass|a glass"),
    row("reach", Phrase, "out", "out of"),
    row("read", ObjectAnd(WHEN), "through the|up on", "your mind|that|it out|it to you|this out"),
    row("record", More, "", "this call|this meeting|this|$"),
    row(
        "remind",
        Object,
        "me to|you to|him to|her to|them to|me about",
        "you|me|us|him that|her that|them that|everyone that|everybody that|him of|her of|them of|people",
    ),
    row("return", More, "", "$|to that|to this|to the"),
    row("ring", More, "", "a bell|true"),
    row("run", Nothing, "", "out|away|late|low|you through|for|through this|through the agenda|$"),
    row("see", Phrase, "to it|to that|if|whether|what i can", "if i care"),
    row("send", Nothing, "", "my regards|my love|help|in the|shivers|$"),
    row("set", ObjectAnd("up to for on aside in"), "up|aside", "you straight|the record"),
    row(
        "share",
        More,
        "",
        "my|a story|a joke|a secret|one|some thoughts|an anecdote|the screen|this tab|your screen|screen",
    ),
    row("shoot", ObjectAnd("email e-mail note message mail text line"), "", ""),
    row("show", Phrase, "him how|her how|them how", ""),
    row("sign", More, "", "$|language"),
    row("speak", Phrase, "to|with", "to myself|to you|with one voice|to that|to this"),
    row("start", Phrase, "on the|on it|on that|on a|drafting|writing|working on|preparing|testing", "on a positive"),
    row("stock", Phrase, "up", ""),
    row("swing", Phrase, "by", ""),
    row("switch", Object, "off the|on the|from", "gears|my|to my"),
    row(
        "take",
        Object,
        "care of|over the|notes on|photos|pictures|minutes|stock of|down the|it home|it to|it over|it from|it on|that on|that over|inventory",
        "it|that as|it as|this as|my|your word|your point|it easy|that back|a break|a seat|a guess|the blame|the fifth|a while|a step|you|a moment|a minute|a second|a deep|this call|a call|that question|this question|one|the floor|a nap|her word|his word|the bait|that personally|the credit|that chance|a holiday|a quick question|a question|questions|a quick|a sip|a bite|a bow|a breath",
    ),
    row("talk", Phrase, "to|with|it through|it over with", "to myself|to you|to a wall|to you later|to the hand"),
    row("tell", Object, "everyone|everybody", "you|us|me|the truth|a story|a joke|it|that|the difference|the time"),
    row("touch", Phrase, "base|up the", ""),
    row("turn", Phrase, "off the|on the|around the|it around|that around|down the", ""),
    row("walk", Phrase, "over to|the new", ""),
    row("warn", Object, "", "you"),
    row("work", Phrase, "on|with the|up a|up the|out a|out the|out how|through the", "on me|on my tan"),
    row("wrap", Object, "", "up here|up now|my head|this up|it up|up"),
    row("write", More, "", "that down|this down|it down|a book|a novel|my memoirs|a song|poetry"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn every_verb_is_found_where_the_alphabet_has_it() {
        assert!(super::ROWS.is_sorted_by(|a, b| a.verb < b.verb));
    }
}
