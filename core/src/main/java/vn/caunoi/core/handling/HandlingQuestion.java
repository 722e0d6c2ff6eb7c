package vn.caunoi.core.handling;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.RefusalGround;

/**
 * What is asked of the handling table.
 *
 * @param kind by content and purpose, never by the title (TT 05/2021 Đ6.1)
 * @param competent whether the unit responsible may settle it
 * @param missing conditions it does not meet
 * @param forwarded whether the press, a deputy or another authority sent it on
 * @param ground one of the nine for which a complaint is not accepted (LKN Đ11)
 * @param guidedBefore whether its petitioner was guided before on the same content
 * @param on the day by which the row must be in force, Asia/Ho_Chi_Minh
 */
public record HandlingQuestion(
        Kind kind,
        boolean competent,
        Set<Check> missing,
        boolean anonymous,
        boolean forwarded,
        @Nullable RefusalGround ground,
        boolean guidedBefore,
        Set<Mark> marks,
        LocalDate on) {

    public HandlingQuestion {
        missing = Set.copyOf(missing);
        marks = Set.copyOf(marks);
    }
}
