//! Who stands near a mention: participants, neighbours, those who met them, the company's people. What nearness is
//! worth is left to `weights`.

use super::compare::Place;
use super::index::{Id, NameIndex};
use super::question::Question;
use super::weights;

/// The people around a mention, each in the closest class only.
#[derive(Debug, Default)]
pub struct Context {
    classes: [Vec<Id>; 4],
    /// For each person, by number, 1 and the place of their class; 0, or nothing, for those in none. A famous person has
    /// met thousands: a table tells them apart without sorting them.
    class: Vec<u8>,
    /// Of each place.
    bits: [f64; 5],
}

const PLACES: [Place; 4] = [Place::Participant, Place::Neighbour, Place::CoAttendee, Place::Colleague];

impl Context {
    /// The context of a question.
    pub fn of(question: &Question, index: &NameIndex) -> Self {
        let mut context = Self::default();
        if !question.participants.is_empty() || !question.neighbours.is_empty() || question.company.is_some() {
            context.class = vec![0; index.numbers()];
            context.gather(question, index);
        }
        let crowds = context.classes.each_ref().map(|ids| u32::try_from(ids.len()).unwrap_or(u32::MAX));
        let bits = |place, crowd: u32| (weights::prior(place) / f64::from(crowd.max(1)) / weights::NOBODY).log2();
        for (place, crowd) in PLACES.into_iter().zip(crowds) {
            context.bits[place as usize] = bits(place, crowd);
        }
        context.bits[Place::Vault as usize] = bits(Place::Vault, index.crowd());
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

    /// Puts a person into a class, unless they are in a closer one.
    fn add(&mut self, class: usize, id: Id) {
        let known = &mut self.class[id as usize];
        if *known == 0 {
            *known = [1, 2, 3, 4][class];
            self.classes[class].push(id);
        }
    }

    /// Where a person stands.
    pub fn place(&self, id: Id) -> Place {
        match self.class.get(id as usize) {
            None | Some(0) => Place::Vault,
            Some(class) => PLACES[usize::from(class - 1)],
        }
    }

    /// The people who take part.
    pub fn participants(&self) -> &[Id] {
        &self.classes[0]
    }

    /// Everyone to be considered for their nearness alone.
    pub fn candidates(&self) -> impl Iterator<Item = Id> {
        self.classes.iter().filter(|ids| ids.len() <= weights::LARGEST_CLASS).flatten().copied()
    }

    /// The bits of standing in a place: its prior shared by all who stand there, against nobody.
    pub fn bits(&self, place: Place) -> f64 {
        self.bits[place as usize]
    }
}
