/**
 * Plays cases as they may come: a room of plain numbers that knows no engine, no database and no clock. All times are in working
 * days of eight hours.
 */
@NullMarked
package vn.caunoi.processes.simulation;

import org.jspecify.annotations.NullMarked;
