package vn.caunoi.core.petition;

/** How a message reaches somebody. */
public enum Carrier {
    EMAIL,
    SMS
}
