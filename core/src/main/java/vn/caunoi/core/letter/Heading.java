package vn.caunoi.core.letter;

import org.jspecify.annotations.Nullable;

/**
 * What stands over and under the letters of a unit (Decree 30/2020/NĐ-CP, annex I, parts II.2, 3, 4 and 7).
 *
 * @param superior name of the body above, over the own name; null for none
 * @param name of the body that issues: {@code ỦY BAN NHÂN DÂN PHƯỜNG A}
 * @param symbol abbreviation of the body, after the number: {@code UBND}
 * @param place where letters are issued: {@code Phường A}
 * @param body collective body in whose name the head signs (TM.); null for none
 * @param headTitle {@code CHỦ TỊCH}
 */
public record Heading(
        @Nullable String superior,
        String name,
        String symbol,
        String place,
        @Nullable String body,
        String headTitle) {}
