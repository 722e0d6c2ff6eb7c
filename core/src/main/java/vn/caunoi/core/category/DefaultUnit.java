package vn.caunoi.core.category;

import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;

/**
 * Who usually handles a category.
 *
 * @param at for cases at this unit or one below it; null: wherever they are
 */
public record DefaultUnit(@Nullable UnitId at, UnitId unit) {}
