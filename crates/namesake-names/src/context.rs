//! The people around a mention: participants, neighbours, people who have met these, people of the company. What
//! nearness is worth is left to `weights`.

use super::compare::ContextClass;
use super::index::NameIndex;
use super::postings::Id;
use super::question::Question;
use super::weights;

/// The people around a mention, each in the nearest class only.
#[derive(Debug, Default)]
pub struct Context {
    classes: [Vec<Id>; 4],
    /// For each person's number, one more than the index of the class; 0 for people in none. Some people have met
    /// thousands: a table finds repeats among them without sorting. Empty where there is no context.
    class_of: Vec<u8>,
    /// The bits of each class.
    bits: [f64; 5],
}

const CLASSES: [ContextClass; 4] =
    [ContextClass::Participant, ContextClass::Neighbour, ContextClass::CoAttendee, ContextClass::Colleague];

impl Context {
    /// The context of a question.
    pub fn of(question: &Question, index: &NameIndex) -> Self {
        let mut context = Self::default();
        if !question.participants.is_empty() || !question.neighbours.is_empty() || question.company.is_some() {
            context.class_of = vec![0; index.numbers()];
            context.gather(question, index);
        }
        let crowds = context.classes.each_ref().map(|ids| u32::try_from(ids.len()).unwrap_or(u32::MAX));
        let bits = |class, crowd: u32| (weights::prior(class) / f64::from(crowd.max(1)) / weights::NOBODY).log2();
        for (class, crowd) in CLASSES.into_iter().zip(crowds) {
            context.bits[class as usize] = bits(class, crowd);
        }
        context.bits[ContextClass::Vault as usize] = bits(ContextClass::Vault, index.crowd());
        context
    }

    fn gather(&mut self, question: &Question, index: &NameIndex) {
        for (class, paths) in [question.participants, question.neighbours].into_iter().enumerate() {
            for id in paths.iter().filter_map(|path| index.find(path)) {
                self.add(class, id);
            }
        }
        for near in [self.classes[0].clone(), self.classes[1].clone()].concat() {
            for (id, _) in index.met(near) {
                self.add(2, *id);
            }
        }
        if let Some(key) = question.company.and_then(NameIndex::company_key) {
            for id in index.staff(&key) {
                self.add(3, id);
            }
        }
    }

    /// Puts a person into a class, unless the person is in a nearer one.
    fn add(&mut self, class: usize, id: Id) {
        let known = &mut self.class_of[id as usize];
        if *known == 0 {
            *known = [1, 2, 3, 4][class];
            self.classes[class].push(id);
        }
    }

    /// The class of a person.
    pub fn class(&self, id: Id) -> ContextClass {
        match self.class_of.get(id as usize) {
            None | Some(0) => ContextClass::Vault,
            Some(class) => CLASSES[usize::from(class - 1)],
        }
    }

    /// The people who take part.
    pub fn participants(&self) -> &[Id] {
        &self.classes[0]
    }

    /// The people who are candidates for their nearness alone.
    pub fn candidates(&self) -> impl Iterator<Item = Id> {
        self.classes.iter().filter(|ids| ids.len() <= weights::LARGEST_CLASS).flatten().copied()
    }

    /// The bits of being in a class: its prior, shared by all in it, against nobody.
    pub fn bits(&self, class: ContextClass) -> f64 {
        self.bits[class as usize]
    }
}
