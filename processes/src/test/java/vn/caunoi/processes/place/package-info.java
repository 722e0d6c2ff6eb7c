@NullMarked
package vn.caunoi.processes.place;

import org.jspecify.annotations.NullMarked;
