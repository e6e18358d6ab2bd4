/* Put before a program (LD_PRELOAD): its calendar is as many seconds off as the file named by CLOCK_OFFSET_FILE says, which may change at any
   time. Its stopwatch is left alone, as by a machine whose clock is set. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long offset(void)
{
    static const char *file;
    char text[32];
    int from, length;
    if (!file && !(file = getenv("CLOCK_OFFSET_FILE"))) return 0;
    if ((from = open(file, O_RDONLY | O_CLOEXEC)) < 0) return 0;
    length = read(from, text, sizeof text - 1);
    close(from);
    text[length < 0 ? 0 : length] = 0;
    return atol(text);
}

int clock_gettime(clockid_t clock, struct timespec *at)
{
    int failed = syscall(SYS_clock_gettime, clock, at);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += offset();
    return failed;
}

int gettimeofday(struct timeval *at, void *zone)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
