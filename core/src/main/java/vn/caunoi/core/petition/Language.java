package vn.caunoi.core.petition;

/** A language people are written to in. */
public enum Language {
    VI,
    EN
}
