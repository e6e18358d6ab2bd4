using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Batches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Pages_Status",
                table: "Pages");

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Pages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Turn",
                table: "Pages",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Batch",
                table: "Documents",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsBulk",
                table: "Documents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    LastTurn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pages_Next",
                table: "Pages",
                columns: new[] { "Status", "IsBulk", "Attempts", "Turn", "DocumentId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Status_IsBulk_Id",
                table: "Documents",
                columns: new[] { "Status", "IsBulk", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Pages_Next",
                table: "Pages");

            migrationBuilder.DropIndex(
                name: "IX_Documents_Status_IsBulk_Id",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Turn",
                table: "Pages");

            migrationBuilder.DropColumn(
                name: "Batch",
                table: "Documents");

            migrationBuilder.DropColumn(
                name: "IsBulk",
                table: "Documents");

            migrationBuilder.CreateIndex(
                name: "IX_Pages_Status",
                table: "Pages",
                column: "Status");
        }
    }
}
