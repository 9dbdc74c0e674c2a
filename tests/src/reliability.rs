//! What a desk withstands: being killed, and bad files and disks.

mod backups;
mod disks;
mod ends;
mod files;
mod imports;
mod keys;
mod kill;
mod ledgers;
mod line;
mod mount;
mod programs;
mod snapshot;
mod told;
