//! Tasks as parts of notes: whom an owner means and how an owner is written, the tasks of all notes as they are listed,
//! tasks that several notes repeat, the list in a note that new tasks go to, and Dataview's queries for tasks. What a
//! task line says is read in `namesake-tasks`.

mod addressed;
pub mod attendance_lists;
pub mod bidden;
pub mod contest;
mod deed_verbs;
mod first_look;
mod futures;
mod item_agents;
mod item_clauses;
pub mod item_details;
mod item_fields;
mod item_label;
pub mod item_names;
pub mod item_owners;
pub mod item_place;
pub mod item_places;
pub mod item_reading;
mod item_reports;
pub mod item_rows;
pub mod item_sayings;
mod item_sections;
mod item_statements;
mod item_titles;
mod item_words;
pub mod list;
mod list_title;
mod lone_name;
mod other_titles;
mod owner_label;
pub mod owner_style;
pub mod owner_tag;
pub mod owners;
mod promised_deeds;
pub mod query;
pub mod recording_link;
pub mod rows;
mod settled_items;
pub mod twins;
pub mod unasked_items;
mod unbidden;
mod verb_forms;
