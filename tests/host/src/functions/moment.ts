// API: moment
// Does: The real moment library, in the version of the app.
// Leaves out: locales other than English.
import momentLibrary from 'moment';

export const moment = momentLibrary;
