package vn.caunoi.core.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;

/**
 * The form of a letter, in one edition: a row of data that its users may replace.
 *
 * @param id permanent word: {@code acceptance}
 * @param edition counts the wordings of one form; a letter tells which it was begun from
 * @param name in Vietnamese; {@code english} for readers of the other language
 * @param law the law that asks for it, and the number of the official form where it is known
 * @param confidence how sure that is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}
 * @param from first day of this edition
 * @param kinds of petitions it is for; empty for all
 * @param sort abbreviation in the number: {@code TB}; blank for a plain letter (công văn)
 * @param title over the text; blank for a plain letter
 * @param subject what it is about, with {@code {words}} that are filled from the case, as are the next three
 * @param recipients one a line
 * @param body a line each paragraph; one that begins with {@code "? "} goes when a word in it is not known
 * @param requires what must stand in the case before it may be signed
 * @param opens stage word of the time that its receipt gives the receiver
 * @param fills which field of a task's form ({@code form.field}) is proposed from which fact of the letter:
 *     {@code number, issuedOn, sentOn, deliveredOn} or {@code recipients}
 * @param signers places under which it is signed, when several sign it: {@code NGƯỜI CHỦ TRÌ}; null when one signs for
 *     the body. Was not written down at first
 */
public record LetterForm(
        String id,
        int edition,
        String name,
        String english,
        String law,
        String confidence,
        LocalDate from,
        Set<Kind> kinds,
        String sort,
        String title,
        String subject,
        String addressee,
        List<String> recipients,
        List<String> body,
        @Nullable Milestone requires,
        @Nullable String opens,
        Map<String, String> fills,
        @Nullable List<String> signers) {

    /** What a letter tells that a task may ask for. */
    public static final Set<String> FACTS = Set.of("number", "issuedOn", "sentOn", "deliveredOn", "recipients");

    public LetterForm {
        kinds = Set.copyOf(kinds);
        recipients = List.copyOf(recipients);
        body = List.copyOf(body);
        fills = Map.copyOf(fills);
        signers = signers == null || signers.isEmpty() ? null : List.copyOf(signers);
    }

    LetterForm inEdition(int number) {
        return with(number, from);
    }

    /** The same from another day on. */
    public LetterForm beginning(LocalDate day) {
        return with(edition, day);
    }

    private LetterForm with(int number, LocalDate day) {
        return new LetterForm(
                id,
                number,
                name,
                english,
                law,
                confidence,
                day,
                kinds,
                sort,
                title,
                subject,
                addressee,
                recipients,
                body,
                requires,
                opens,
                fills,
                signers);
    }

    /** Whether another edition says the same. */
    public boolean isLike(LetterForm other) {
        return with(other.edition, other.from).equals(other);
    }

    /** Where it is signed, when several sign it. */
    public List<String> places() {
        return signers == null ? List.of() : signers;
    }

    /** Whether a petition of this kind may get it; one that is not classified gets what is for all kinds. */
    public boolean isFor(@Nullable Kind kind) {
        return kinds.isEmpty() || kind != null && kinds.contains(kind);
    }

    /** Whether it has neither title nor sort: công văn. */
    public boolean isPlain() {
        return title.isBlank();
    }
}
