package vn.caunoi.api.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it stands on paper (Decree 30/2020/NĐ-CP, annex I): all of it words, in their places.
 *
 * @param superior body above, over the own {@code name}; null for none
 * @param number with the word before it: {@code Số: 05/TB-UBND}
 * @param date place and date
 * @param title sort of document; blank for a plain letter, whose {@code subject} stands under the number
 * @param addressee blank for none
 * @param body a paragraph each
 * @param recipients a line each
 * @param signature lines above the name of the signer
 * @param signer null while it is not signed
 * @param places where it is signed, when several sign it: there is then no other signature
 * @param issued false: marked as a draft on each page
 */
public record Sheet(
        @Nullable String superior,
        String name,
        String number,
        String date,
        String title,
        String subject,
        String addressee,
        List<String> body,
        List<String> recipients,
        List<String> signature,
        @Nullable String signer,
        List<Place> places,
        boolean issued) {

    /**
     * @param name null while it is not signed
     * @param refusal why it was not signed, if it was not
     */
    public record Place(
            String title, @Nullable String name, @Nullable String refusal) {

        /** What stands under the title. */
        public String how() {
            return refusal == null ? HOW : "Không ký: " + refusal;
        }
    }

    private static final String HOW = "(Ký, ghi rõ họ tên)";

    static final String STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String DRAFT = "DỰ THẢO";
    static final String RECIPIENTS = "Nơi nhận:";

    public Sheet {
        body = List.copyOf(body);
        recipients = List.copyOf(recipients);
        signature = List.copyOf(signature);
        places = List.copyOf(places);
    }

    /** Whether it is a plain letter (công văn). */
    public boolean isPlain() {
        return title.isBlank();
    }

    /** Whom it is for, as it is written over the text. */
    public String greeting() {
        return "Kính gửi: " + addressee;
    }
}
