package vn.caunoi.api.security;

import java.util.Optional;
import vn.caunoi.core.directory.Actor;

/** Looks up, in the directory, what the holder of an account is and may do now. */
public interface Actors {

    /** Empty for somebody the directory does not know; such an account may do nothing. */
    Optional<Actor> find(String account);
}
