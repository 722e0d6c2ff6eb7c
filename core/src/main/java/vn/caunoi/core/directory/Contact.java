package vn.caunoi.core.directory;

import org.jspecify.annotations.Nullable;

/**
 * How people reach a unit; all of it is public.
 *
 * @param phone of the desk, {@code hotline} for what cannot wait
 * @param hours when somebody answers, in words
 */
public record Contact(
        @Nullable String phone,
        @Nullable String hotline,
        @Nullable String email,
        @Nullable String address,
        @Nullable String hours) {

    public static final Contact NONE = new Contact(null, null, null, null, null);
}
