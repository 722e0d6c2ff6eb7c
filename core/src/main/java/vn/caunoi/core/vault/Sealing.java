package vn.caunoi.core.vault;

import org.jspecify.annotations.Nullable;

/** Turns personal data into what is stored, and back. */
public interface Sealing {

    /** The stored form of the clear bytes; null when the key was erased, for then nothing may be kept. */
    byte @Nullable [] seal(KeyId key, byte[] clear);

    /** The clear bytes; null when the key was erased. Throws when the bytes were not sealed with this key. */
    byte @Nullable [] open(KeyId key, byte[] sealed);

    /** Whether what is sealed with it reads as erased; asked as often as something would be opened. */
    boolean isErased(KeyId key);

    /** Told of a key whose texts may be opened later. */
    default void met(KeyId key) {}
}
