// What language models are used for, each a few dozen lines over the library, with an evaluation of its own: one folder
// an application.
