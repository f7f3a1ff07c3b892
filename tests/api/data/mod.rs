//! The sample municipalities against their sources. The tables of facts were read from the documents, not from the
//! sample files.

mod aabenraa;
mod esbjerg;
