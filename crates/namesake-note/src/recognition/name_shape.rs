//! Whether words may be a person's name, by their shape alone.

use namesake_names::is_first_name;
use namesake_text::fold::fold;

use crate::common_words::{CALENDAR, THINGS, holds};
use crate::vocabulary::{OwnWords, Role, roles};
use crate::word_list::WordList;

/// What words look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameShape {
    /// No name.
    None,
    /// One word that may be a first name, a surname, or a thing: “Jane”, “Ford”.
    Single,
    /// Several words as in a name: “Jane Doe”, “Deep Learning”.
    Several,
    /// Several words the first of which is a first name: “Jane Doe”; or a name in a script without capital letters.
    Full,
}

/// Small words inside names, in lower case.
static PARTICLES: WordList = WordList::new(
    "da das de dei del della den der di do dos du e el la las le los ten ter til van vom von y zu zum zur af av bin ibn al \
     bint ben abu",
);

/// Words of titles of works, groups and topics that stand in no name, in lower case.
static TOPICS: WordList = WordList::new(
    "the an of for and or to in on at by with how what why when guide report plan review summary agenda ideas idea \
     research learning design management system systems science data software security marketing strategy history theory \
     book books article articles paper papers course courses recipe recipes travel trip health finance budget roadmap \
     onboarding tasks task todo todos inbox archive notes note log journal diary questions reading team group ltd inc llc \
     gmbh corp company council committee department office university institute bank group labs studio church club",
);

/// The most words of a name.
const LONGEST: usize = 6;

/// The shape of `words`: a file's name, a heading or an item of a list, without brackets, `@` and links.
pub fn name_shape(words: &str) -> NameShape {
    let bare = words.trim().trim_start_matches(['@', '+']).trim();
    let bare = bare.split_once(" (").map_or(bare, |(name, _)| name);
    if bare.is_empty() || bare.contains(|c: char| c.is_ascii_digit() || "/:;!?&=#[]{}<>|\"…“”".contains(c)) {
        return NameShape::None;
    }
    if bare.chars().all(|c| is_ideographic(c) || c == ' ' || c == '・' || c == '·') {
        return ideographic_shape(bare);
    }
    let mut parts: Vec<&str> = bare.split([' ', ',', '_']).filter(|part| !part.is_empty()).collect();
    // `jane-doe`
    if let [slug] = parts[..]
        && slug.contains('-')
        && !slug.contains(char::is_uppercase)
    {
        parts = slug.split('-').filter(|part| !part.is_empty()).collect();
        let is_name = parts.len() > 1 && parts.len() < LONGEST && is_first_name(&fold(parts[0]));
        return if is_name { NameShape::Full } else { NameShape::None };
    }
    let is_topic = |part: &&str| holds(&TOPICS, part) || holds(&CALENDAR, part) || holds(&THINGS, part);
    if parts.is_empty() || parts.len() > LONGEST || parts.iter().any(is_topic) || bare.matches(',').count() > 1 {
        return NameShape::None;
    }
    let knows = |part: &&str| is_first_name(&fold(part));
    let is_written_small = parts.iter().all(|part| !part.contains(char::is_uppercase));
    let has_case = bare.contains(char::is_lowercase) || bare.contains(char::is_uppercase);
    let is_named = |part: &&str| !has_case || part.starts_with(char::is_uppercase) || holds(&PARTICLES, part);
    let first = parts.iter().any(knows);
    match parts.len() {
        _ if is_written_small && has_case && parts.len() > 1 => {
            if first {
                NameShape::Full
            } else {
                NameShape::None
            }
        }
        1 if is_written_small && has_case && !stands_for_notes(bare) => NameShape::Single,
        _ if !parts.iter().all(is_named) => NameShape::None,
        1 if stands_for_notes(bare) => NameShape::None,
        1 => NameShape::Single,
        // Nothing sets a name apart in scripts without capital letters.
        _ if !has_case => NameShape::Single,
        _ if first => NameShape::Full,
        _ => NameShape::Several,
    }
}

/// The shape of words in Han, Kana or Hangul: a name begins with a surname and is short.
fn ideographic_shape(words: &str) -> NameShape {
    let count = words.chars().filter(|c| is_ideographic(*c)).count();
    let begins = SURNAMES.split_whitespace().any(|surname| words.starts_with(surname));
    match count {
        2..=6 if begins => NameShape::Full,
        2..=6 => NameShape::Single,
        _ => NameShape::None,
    }
}

/// The most frequent surnames of China, Korea and Japan, from the censuses of 2020, 2015 and the list of Meiji Yasuda
/// of 2018.
const SURNAMES: &str = "\
    王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 高 罗 羅 郑 鄭 梁 谢 謝 宋 唐 许 許 邓 鄧 韩 韓 冯 馮 曹 彭 \
    曾 肖 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 \
    김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍 \
    佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 清水 山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 \
    岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 上田 森田 原 柴田 酒井 \
    工藤 横山 宮崎 宮本 内田 高木 安藤 谷口 大野 丸山 今井 高田 藤本 武田 村田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾 野村 木下 菊地 佐野 大西";

/// Whether a word is one for notes (`Meetings`, `Index`) and so no name.
fn stands_for_notes(word: &str) -> bool {
    let roles = roles(word, &OwnWords::default());
    [Role::Person, Role::Meeting, Role::Company, Role::Project, Role::Template, Role::Index, Role::PeopleFolder]
        .into_iter()
        .any(|role| roles.has(role))
}

/// Whether a letter is of a script that writes names without blanks and capital letters: Han, Kana, Hangul.
const fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_topics_and_things_are_told_apart() {
        for (words, shape) in [
            ("Jane Doe", NameShape::Full),
            ("@Jane Doe", NameShape::Full),
            ("Doe, Jane", NameShape::Full),
            ("jane doe", NameShape::Full),
            ("jane-doe", NameShape::Full),
            ("Søren Bjerregaard-Holm", NameShape::Several),
            ("Ana de la Cruz", NameShape::Full),
            ("Jane Doe (Northwind)", NameShape::Full),
            ("山田太郎", NameShape::Full),
            ("Мария Иванова", NameShape::Several),
            ("Jane", NameShape::Single),
            ("Ford", NameShape::Single),
            ("Machine Learning", NameShape::None),
            ("Grace Hospital", NameShape::None),
            ("Notes on Jane", NameShape::None),
            ("2025-10-31", NameShape::None),
            ("People", NameShape::None),
            ("machine-learning", NameShape::None),
            ("bread and butter", NameShape::None),
            ("", NameShape::None),
        ] {
            assert_eq!(name_shape(words), shape, "{words}");
        }
    }
}
