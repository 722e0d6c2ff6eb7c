/** The application as it runs: wiring, clock, console, health and metrics. */
@NullMarked
package vn.caunoi.ops.server;

import org.jspecify.annotations.NullMarked;
