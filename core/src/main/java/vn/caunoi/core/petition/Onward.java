package vn.caunoi.core.petition;

import java.time.LocalDate;
import vn.caunoi.core.directory.UnitId;

/**
 * A denunciation that was brought before the superior of who settles it (LTC Đ37, Đ38).
 *
 * @param overdue not settled in time, and not what was concluded
 * @param unit the superior
 */
record Onward(boolean overdue, LocalDate receivedOn, UnitId unit) {}
