package vn.caunoi.core.petition;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.vault.Sealed;

/** A person in a petition. Everything personal is sealed with the key of this person. */
public record Person(
        PersonId id,
        PersonRole role,
        Sealed fullName,
        @Nullable Sealed idNumber,
        @Nullable Sealed address,
        @Nullable Sealed phone,
        @Nullable Sealed email) {}
