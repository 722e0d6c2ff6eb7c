package vn.caunoi.core.reception;

import vn.caunoi.core.vault.Sealed;

/** A paper that a visitor brought and left.
 * @param no from 1, in the order of the receipt */
public record Paper(int no, Sealed name, Form form) {

    /** Originals are what people need back. */
    public enum Form {
        ORIGINAL,
        COPY
    }
}
