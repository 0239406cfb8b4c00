//! Task lines: the grammar of the Tasks plugin in its emoji and Dataview forms.
