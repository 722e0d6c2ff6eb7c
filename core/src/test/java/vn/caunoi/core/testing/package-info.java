/** Support for tests of all modules: databases, clocks, samples of events. */
@NullMarked
package vn.caunoi.core.testing;

import org.jspecify.annotations.NullMarked;
