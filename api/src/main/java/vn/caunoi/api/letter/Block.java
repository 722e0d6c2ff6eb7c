package vn.caunoi.api.letter;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.SigningPower;

/**
 * How somebody may sign letters of a unit today.
 *
 * @param title null for that of the head, or when it is to be told
 * @param power null for the head
 */
public record Block(
        Signature.As as,
        String name,
        @Nullable String title,
        @Nullable String authority,
        @Nullable SigningPower power) {

    static Block of(SigningPower power) {
        return new Block(power.as(), power.name(), power.title(), power.authority(), power);
    }

    /** Chooses it in a form. */
    public String key() {
        return as.name() + ":" + name;
    }

    /** As a person reads it: {@code KT. PHÓ CHỦ TỊCH, Lê Thị Hoa}. */
    public String words() {
        return (as.mark() + (title == null ? "" : title + ", ") + name).strip();
    }
}
