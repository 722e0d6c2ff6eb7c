package vn.caunoi.api.reading;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;

/**
 * Somebody looked at a case.
 *
 * @param at business time
 * @param what {@code page}, {@code file}, {@code history}, {@code attachment}, {@code erasure}, {@code identity},
 *     {@code person}, {@code consult}, {@code statement} or {@code export}
 * @param asOf the past moment the case was looked at as of; null for as it stands
 */
public record Reading(
        @JsonIgnore String id,
        @JsonIgnore PetitionId petition,
        OfficerId by,
        Instant at,
        String what,
        @Nullable Instant asOf) {

    /** What was looked at. */
    public enum What {
        /** A page of the case. */
        PAGE,
        /** The case file over the API. */
        FILE,
        /** The history over the API. */
        HISTORY,
        /** A file that came with it. */
        ATTACHMENT,
        /** Whose data it holds, before an erasure. */
        ERASURE,
        /** Who denounced. */
        IDENTITY,
        /** Who handed it in, found at the desk by the number of a paper or a phone. */
        PERSON,
        /** What an opinion is asked about: the question and the chosen papers. */
        CONSULT,
        /** What was said at a visit, word for word. */
        STATEMENT,
        /** Given out in a file, with others. */
        EXPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
