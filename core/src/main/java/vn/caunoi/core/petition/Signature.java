package vn.caunoi.core.petition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The block under a letter (Decree 30/2020/NĐ-CP, annex I, part II.7).
 *
 * @param as in which capacity it was signed
 * @param body the collective body in whose name it is signed (TM.); null when the head signs alone
 * @param headTitle title of the head: {@code CHỦ TỊCH}
 * @param title title of the signer, if another than the head
 * @param name of the signer
 * @param authority the document by which a delegate may sign; only with {@link As#BY_AUTHORITY}
 */
public record Signature(
        As as,
        @Nullable String body,
        String headTitle,
        @Nullable String title,
        String name,
        @Nullable String authority) {

    /** In which capacity somebody signs. */
    public enum As {
        HEAD(""),
        /** For the head, by a deputy (ký thay). */
        DEPUTY("KT. "),
        /** On the head's order, by the head of an office below (thừa lệnh). */
        BY_ORDER("TL. "),
        /** By written authority (thừa ủy quyền). */
        BY_AUTHORITY("TUQ. "),
        /** By an acting head (quyền). */
        ACTING("Q. ");

        private final String mark;

        As(String mark) {
            this.mark = mark;
        }

        /** The abbreviation that stands before the title of the head. */
        public String mark() {
            return mark;
        }

        /** Whether the signer is another than the head, so that the block tells both titles. */
        public boolean isForTheHead() {
            return this == DEPUTY || this == BY_ORDER || this == BY_AUTHORITY;
        }
    }

    /** The lines above the name. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (body != null) lines.add("TM. " + body);
        lines.add(as.mark() + headTitle);
        if (as.isForTheHead() && title != null) lines.add(title);
        return lines;
    }
}
