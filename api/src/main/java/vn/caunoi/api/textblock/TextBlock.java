package vn.caunoi.api.textblock;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/**
 * A text by its name.
 *
 * @param unit whose people and those below it are offered it; null for its owner alone
 * @param version counts changes; whoever changes it names the one they saw
 * @param by who wrote it last
 * @param at when, by the business clock
 * @param changeable whether the reader may change it or take it away
 */
@Schema(name = "TextBlock")
public record TextBlock(
        String id,
        String name,
        String text,
        @Nullable UnitId unit,
        int version,
        OfficerId by,
        Instant at,
        boolean changeable) {}
