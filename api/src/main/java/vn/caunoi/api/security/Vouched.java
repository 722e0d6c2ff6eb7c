package vn.caunoi.api.security;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who an identity provider says a citizen is. Kept with the session only, and no way in: a citizen has no account here.
 *
 * @param name in full
 * @param idNumber null where the provider does not tell it
 */
public record Vouched(String name, @Nullable String idNumber) implements Serializable {}
